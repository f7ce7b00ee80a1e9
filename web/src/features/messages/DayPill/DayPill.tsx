import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enDays';
import { useSay } from '../../../i18n/Texts';
import { dayStart, dayStartOf } from '../../../models/days';
import type { Ts } from '../../../protocol/generated';
import { tsOfMillis } from '../../../store/ts';
import { Menu } from '../../../ui/Menu/Menu';
import lines from '../Lines/Lines.module.css';
import { DateDialog } from './DateDialog';
import styles from './DayPill.module.css';

interface DayPillProps {
  text: string;
  onNewest: () => void;
  /** Goes to what was said since an instant. */
  onDay: (since: Ts) => void;
}

/** The day of what is on top, and the way to others. */
export function DayPill({ text, onNewest, onDay }: DayPillProps) {
  const say = useSay();
  const { now } = useWorkspace().parts;
  const [picking, setPicking] = useState(false);
  const back = (days: number) => () => onDay(tsOfMillis(dayStart(now(), days)));
  const items = [
    { id: 'newest', label: say('days.newest'), run: onNewest },
    { id: 'yesterday', label: say('days.yesterday'), run: back(1) },
    { id: 'week', label: say('days.week'), run: back(7) },
    { id: 'start', label: say('days.start'), run: () => onDay(tsOfMillis(0)) },
    { id: 'pick', label: say('days.pick'), apart: true, run: () => setPicking(true) },
  ];
  return (
    <div className={lines.day}>
      <div className={styles.menu}>
        <Menu label={say('days.jump', { day: text })} items={items} className={styles.pill}>
          {text}
          <ChevronDown size={12} strokeWidth={1.75} aria-hidden="true" />
        </Menu>
      </div>
      {picking && (
        <DateDialog
          now={now()}
          onPick={(date) => {
            setPicking(false);
            onDay(tsOfMillis(dayStartOf(date)));
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
