import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import type { Names } from '../../../richtext/plain';
import { shownThread, unreadReplies } from '../../../store/followed';
import { placeOf } from '../../../store/places';
import { millisOf } from '../../../store/ts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import styles from './ThreadLine.module.css';

interface ThreadLineProps {
  message: Message;
  channel: string;
  names: Names;
  formats: Formats;
  onOpen: () => void;
}

const facesMost = 4;

/** Under a message that has replies: who replied, how many there are, when the last one came. */
export function ThreadLine({ message, channel, names, formats, onOpen }: ThreadLineProps) {
  const say = useSay();
  const now = useWorkspace().parts.now();
  const { reply_count: count = 0, reply_users: users = [], latest_reply: latest, ts } = message;
  const unread = useWorkspaceState(({ threads, ops }) => {
    const marker = threads[placeOf(channel, ts)]?.marker;
    return marker !== undefined && unreadReplies(shownThread(marker, ops)) > 0;
  });
  if (count === 0) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.line}
      data-unread={unread}
      data-part="thread"
      onClick={onOpen}
    >
      <span className={styles.faces} aria-hidden="true">
        {users.slice(0, facesMost).map((user) => (
          <Avatar key={user} small id={user} name={names.person(user)} />
        ))}
      </span>
      {unread && <span className={styles.dot} />}
      <span className={styles.count}>{say('thread.replies', { count })}</span>
      {unread && <span className="hidden-text">{say('thread.unread')}</span>}
      {latest !== undefined && (
        <span className={styles.time}>
          {say('thread.last', { time: formats.moment(millisOf(latest), now) })}
        </span>
      )}
    </button>
  );
}
