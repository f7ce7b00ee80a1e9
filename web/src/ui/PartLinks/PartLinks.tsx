import { Link } from '../Link/Link';

export interface PartLinksProps {
  /** What the list of parts is called. */
  label: string;
  parts: readonly { id: string; text: string; href: string }[];
  current: string;
}

interface Looks {
  list: string | undefined;
  link: string | undefined;
}

/** Links to parts of a view that have addresses of their own; each takes the place of the last. */
export function PartLinks({ label, parts, current, list, link }: PartLinksProps & Looks) {
  return (
    <nav aria-label={label}>
      <ul className={list}>
        {parts.map(({ id, text, href }) => (
          <li key={id}>
            <Link
              replace
              href={href}
              aria-current={id === current ? 'page' : undefined}
              className={link}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
