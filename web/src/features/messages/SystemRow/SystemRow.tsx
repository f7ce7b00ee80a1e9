import type { Message } from '../../../protocol/generated';
import type { Formats } from '../../../i18n/formats';
import { useSay, type Say } from '../../../i18n/Texts';
import { isMovement, movementsOf, type Movement } from '../../../models/movements';
import { parseMrkdwn } from '../../../richtext/parse';
import { plainText, type Names } from '../../../richtext/plain';
import { millisOf } from '../../../store/ts';
import styles from './SystemRow.module.css';

interface SystemRowProps {
  messages: readonly Message[];
  names: Names;
  formats: Formats;
  rowId: string;
}

const namedMost = 3;

export function SystemRow({ messages, names, formats, rowId }: SystemRowProps) {
  const say = useSay();
  const [first] = messages;
  if (first === undefined) return null;
  const ms = millisOf(first.ts);
  return (
    <div className={styles.row}>
      <div id={`${rowId}-body`} className={styles.text}>
        {isMovement(first)
          ? movementText(messages, names, formats, say)
          : plainText(parseMrkdwn(first.text), names).replace(/^@/, '')}
      </div>
      <time dateTime={new Date(ms).toISOString()} title={formats.full(ms)} className={styles.time}>
        {formats.time(ms)}
      </time>
    </div>
  );
}

function movementText(
  messages: readonly Message[],
  names: Names,
  { list }: Formats,
  say: Say,
): string {
  const called = (some: readonly Message[]) => {
    const users = [...new Set(some.map(({ user }) => user))];
    const shown = users.slice(0, namedMost).map((user) => names.person(user));
    const others = users.length - shown.length;
    return list(others > 0 ? [...shown, say('message.people.others', { count: others })] : shown);
  };
  const sentence = ({ kind, by, messages: some }: Movement) => {
    const values = { names: called(some) };
    switch (kind) {
      case 'joined':
        if (by === undefined) return say('message.joined.one', values);
        return say('message.joined.invited', { ...values, inviter: names.person(by) });
      case 'left':
        if (by === undefined) return say('message.left', values);
        return say('message.removed', { ...values, actor: names.person(by) });
    }
  };
  return list(movementsOf(messages).map(sentence));
}
