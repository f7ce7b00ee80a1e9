import { useEffect, useState } from 'react';

/** The way back through the views that the right pane showed since it opened. */
export function usePaneStack(
  current: string | undefined,
  go: (path: string) => void,
): (() => void) | undefined {
  const [stack, setStack] = useState<readonly string[]>([]);
  useEffect(() => {
    setStack((before) => {
      if (current === undefined) return before.length === 0 ? before : [];
      if (before.at(-1) === current) return before;
      if (before.at(-2) === current) return before.slice(0, -1);
      // The tabs of one view are one step.
      const beside = viewOf(before.at(-1)) === viewOf(current);
      return [...(beside ? before.slice(0, -1) : before), current];
    });
  }, [current]);
  const previous = stack.at(-1) === current ? stack.at(-2) : undefined;
  return previous === undefined ? undefined : () => go(previous);
}

function viewOf(path: string | undefined): string | undefined {
  return path?.replace(/\/details\/.*$/, '/details');
}
