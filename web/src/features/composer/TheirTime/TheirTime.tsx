import { Moon } from 'lucide-react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enComposer';
import { useLanguage, useSay } from '../../../i18n/Texts';
import { isOddHour, localTime } from '../../../models/localTime';
import { nameOf } from '../../../models/names';
import { useServerMinute } from '../../useMinute';
import styles from './TheirTime.module.css';

/** What the clock says where somebody is, if that is elsewhere and at an hour at which few answer. */
export function TheirTime({ person }: { person: string }) {
  const say = useSay();
  const { locale } = useLanguage();
  const now = useServerMinute();
  const them = useWorkspaceState((state) => state.people[person]);
  const offset = them?.tz_offset;
  const own = -new Date(now).getTimezoneOffset() * 60;
  if (offset === undefined || offset === own || them?.is_bot === true) return null;
  if (!isOddHour(now, offset)) return null;
  const time = localTime(locale, now, '', offset);
  return (
    <span className={styles.time}>
      <Moon size={12} strokeWidth={1.75} aria-hidden="true" />
      {say('composer.theirTime', { time, person: nameOf(them) ?? '' })}
    </span>
  );
}
