import { useEffect, useRef } from 'react';
import type { Row } from '../../../models/rows';
import type { Ts } from '../../../protocol/generated';
import type { Keeper } from './useKeeper';

const flashMs = 1600;

/** The message that was jumped to takes the focus, and is marked for a moment. */
export function useArrival(jump: Ts | undefined, rows: readonly Row[], keeper: Keeper): void {
  const arrived = useRef(false);
  const key = rows.find((row) => 'message' in row && row.message.ts === jump)?.key;
  useEffect(() => {
    if (arrived.current || key === undefined) return;
    const element = keeper.virtualizer.elementsCache.get(key);
    if (element === undefined) return;
    arrived.current = true;
    element.focus({ preventScroll: true });
    element.dataset.flash = 'true';
    setTimeout(() => delete element.dataset.flash, flashMs);
  });
}
