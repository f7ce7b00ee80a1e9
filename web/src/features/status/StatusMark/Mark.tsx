import { statusOf } from '../../../models/status';
import type { Person } from '../../../protocol/generated';
import { tip } from '../../../ui/Tooltip/tip';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { useNames } from '../../names';
import { useMinute } from '../../useMinute';
import styles from './StatusMark.module.css';

/** A status in one sign, until it is over; its words in the tooltip. */
export function Mark({ person }: { person: Person }) {
  const names = useNames();
  const status = statusOf(person, useMinute() / 1000);
  if (status === undefined) return null;
  const words = status.text === '' ? status.emoji : status.text;
  return (
    <span role="img" aria-label={words} {...tip(words)} className={styles.mark}>
      <Glyph name={status.emoji} names={names} />
    </span>
  );
}
