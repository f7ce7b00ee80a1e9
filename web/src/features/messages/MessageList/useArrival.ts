import { useEffect, useRef } from 'react';
import { useSay } from '../../../i18n/Texts';
import type { Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';
import { useToast } from '../../../ui/Toast/Toast';
import { nearest } from './firstView';
import type { Keeper } from './useKeeper';

const flashMs = 1600;

/** The message that was jumped to takes the focus, and is marked for a moment; or the nearest one. */
export function useArrival(jump: Ts | undefined, rows: readonly Row[], keeper: Keeper): void {
  const say = useSay();
  const toast = useToast();
  const arrived = useRef(false);
  const row = jump === undefined ? undefined : nearest(rows, jump);
  useEffect(() => {
    if (arrived.current || row === undefined) return;
    const element = keeper.virtualizer.elementsCache.get(row.key);
    if (element === undefined) return;
    arrived.current = true;
    // After the composer, which takes the focus wherever one arrives in the same moment.
    queueMicrotask(() => element.focus({ preventScroll: true }));
    element.dataset.flash = 'true';
    setTimeout(() => delete element.dataset.flash, flashMs);
    if ('message' in row && row.message.ts !== jump) {
      toast({ text: say('refusal.message_not_found') });
    }
  });
}
