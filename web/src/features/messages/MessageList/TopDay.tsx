import { Suspense } from 'react';
import type { Ts } from '../../../protocol/generated';
import { DayLine } from '../Lines/Lines';
import { DayPill } from '../later';

interface TopDayProps {
  text: string;
  onNewest: () => void;
  onDay: ((day: Ts) => void) | undefined;
}

/** The day of what is on top; where days can be gone to, with a menu of them. */
export function TopDay({ text, onNewest, onDay }: TopDayProps) {
  const line = (
    <div aria-hidden="true">
      <DayLine text={text} />
    </div>
  );
  if (onDay === undefined) return line;
  return (
    <Suspense fallback={line}>
      <DayPill text={text} onNewest={onNewest} onDay={onDay} />
    </Suspense>
  );
}
