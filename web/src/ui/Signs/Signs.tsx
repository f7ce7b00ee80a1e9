interface SignProps {
  className?: string | undefined;
}

/**
 * The signs that a page shows by the dozen, as wide as an icon and looking like one: each is one
 * path, so that a long list is quickly there.
 */
export function ChannelSign({ className }: SignProps) {
  return <Sign path="M4 9h16M4 15h16M10 3 8 21M16 3l-2 18" width="1.75" className={className} />;
}

export function MoreSign({ className }: SignProps) {
  return <Sign path="M5 12h.01M12 12h.01M19 12h.01" width="3.75" className={className} />;
}

function Sign({ path, width, className }: SignProps & { path: string; width: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={path} />
    </svg>
  );
}
