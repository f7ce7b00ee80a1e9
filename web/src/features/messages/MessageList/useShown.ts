import { useCallback, useState } from 'react';
import type { Ts } from '../../../protocol/generated';

/** Which run of messages a list shows. */
export interface Shown {
  /** The message that was gone to; nothing for the newest run. */
  shown: Ts | undefined;
  /** A message of the run that is shown. */
  within: Ts | undefined;
  /** Tells lists of the same run apart that open anew. */
  visit: number;
}

export interface ShownRun extends Shown {
  go: (shown: Ts | undefined, anew?: boolean) => void;
  /** What is read, when messages far from it are let go. */
  follow: (eye: Ts | undefined) => void;
}

/** The run in which a message stands, or the newest one, also when its far ends are let go. */
export function useShown(first: () => Ts | undefined): ShownRun {
  const [now, setNow] = useState<Shown>(() => {
    const shown = first();
    return { shown, within: shown, visit: 0 };
  });
  const go = useCallback((shown: Ts | undefined, anew = false) => {
    setNow(({ visit }) => ({ shown, within: shown, visit: anew ? visit + 1 : visit }));
  }, []);
  const follow = useCallback((eye: Ts | undefined) => {
    setNow((before) => ({ ...before, within: eye }));
  }, []);
  return { ...now, go, follow };
}
