import { useSyncExternalStore } from 'react';

const query = '(max-width: 639px)';

/** One pane at a time: phones, and desktops at 400 % zoom. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
