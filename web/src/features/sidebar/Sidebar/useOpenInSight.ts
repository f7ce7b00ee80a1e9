import { useEffect, type RefObject } from 'react';
import { whenIdle } from '../../../app/whenIdle';

/**
 * Wherever a conversation was opened from, its row comes into sight once; then one scrolls as one
 * likes. What was opened is painted first.
 */
export function useOpenInSight(
  scroller: RefObject<HTMLElement | null>,
  open: string | undefined,
  ready: boolean,
): void {
  useEffect(() => {
    if (!ready || open === undefined) return;
    return whenIdle(() => {
      const row = scroller.current?.querySelector(`[data-id="${CSS.escape(open)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
    });
  }, [scroller, open, ready]);
}
