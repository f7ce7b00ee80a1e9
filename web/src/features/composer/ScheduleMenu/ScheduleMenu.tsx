import { ChevronDown, Clock } from 'lucide-react';
import { memo, useState } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import '../../../i18n/enSchedule';
import { useLanguage, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { localTime } from '../../../models/localTime';
import { nameOf } from '../../../models/names';
import { nextHour, scheduleChoices } from '../../../models/schedule';
import { Menu, type MenuItem } from '../../../ui/Menu/Menu';
import { useServerNow } from '../../useMinute';
import { TimeDialog } from '../TimeDialog/TimeDialog';
import styles from './ScheduleMenu.module.css';

interface ScheduleMenuProps {
  /** There is nothing to send. */
  blank: boolean;
  /** Whom a direct message reaches. */
  person: string | undefined;
  onPick: (atMs: number) => void;
}

/** When what stands in the composer goes out, if not now. */
export const ScheduleMenu = memo(function ScheduleMenu(props: ScheduleMenuProps) {
  const { blank, person, onPick } = props;
  const say = useSay();
  const { locale } = useLanguage();
  const go = useGo();
  const { time } = useFormats();
  const { team } = useWorkspace().parts;
  const now = useServerNow();
  const other = useWorkspaceState((state) => state.people[person ?? '']);
  const [picking, setPicking] = useState(false);
  const own = -new Date(now()).getTimezoneOffset() * 60;
  const offset = other?.tz_offset;
  const elsewhere = offset !== undefined && offset !== own;

  /** With what the clock says there, where it says something else. */
  const theirs = (label: string, ms: number) => {
    if (!elsewhere) return label;
    const there = localTime(locale, ms, '', offset);
    return say('schedule.theirs', { label, time: there, person: nameOf(other) ?? '' });
  };
  const offered = () =>
    scheduleChoices(now()).map(({ id, ms }): MenuItem => ({
      id,
      label: theirs(say(`schedule.${id}`, { time: time(ms) }), ms),
      run: () => onPick(ms),
    }));
  const pick: MenuItem = { id: 'pick', label: say('schedule.pick'), run: () => setPicking(true) };
  const see: MenuItem = {
    id: 'see',
    label: say('schedule.see'),
    icon: <Clock size={16} strokeWidth={1.75} />,
    apart: !blank,
    run: () => go(formatAddress({ view: 'drafts', slug: team.domain })),
  };
  return (
    <>
      <Menu
        above
        atEnd
        label={say('schedule.menu')}
        className={styles.arrow}
        items={blank ? [see] : () => [...offered(), pick, see]}
      >
        <ChevronDown size={16} strokeWidth={1.75} />
      </Menu>
      {picking && (
        <TimeDialog
          title={say('schedule.title')}
          save={say('schedule.save')}
          from={nextHour(now())}
          noteOf={(ms) => (elsewhere ? theirs(time(ms), ms) : undefined)}
          onSave={(ms) => {
            setPicking(false);
            onPick(ms);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
});
