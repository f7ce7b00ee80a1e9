import { useEffect } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enFollowed';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { authorOf } from '../../../models/authors';
import { isDirect } from '../../../models/sidebar';
import type { FollowedThread } from '../../../models/threads';
import type { Message } from '../../../protocol/generated';
import { MessageBody } from '../../../richtext/MessageBody/MessageBody';
import { shownMessages } from '../../../store/ops';
import { placeOf } from '../../../store/places';
import { liveSegment } from '../../../store/segments';
import { millisOf } from '../../../store/ts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { useNames, useTitleOf } from '../../names';
import styles from './ThreadBlock.module.css';

const lastShown = 2;

/** A thread that one follows: its message, its last replies and the way in. */
export function ThreadBlock({ thread: { marker, unread } }: { thread: FollowedThread }) {
  const say = useSay();
  const titleOf = useTitleOf();
  const workspace = useWorkspace();
  const { channel, thread_ts: ts } = marker;
  const place = placeOf(channel, ts);
  const conversation = useWorkspaceState((state) => state.conversations[channel]);
  const history = useWorkspaceState((state) => state.histories[place]);
  const load = useWorkspaceState((state) => state.loads[place]?.window);
  const ops = useWorkspaceState((state) => state.ops);
  const run = liveSegment(history?.segments ?? []);
  const lost = run === undefined || history?.stale === true;
  useEffect(() => {
    if (lost && load === undefined) workspace.pages.newest(place);
  }, [lost, load, place, workspace]);
  useEffect(() => workspace.memory.hold([place]), [place, workspace]);
  if (conversation === undefined || run === undefined) return null;
  const name = titleOf(conversation);
  const where = isDirect(conversation) ? name : say('thread.channel', { name });
  const messages = shownMessages(run.messages, ops, channel);
  const root = messages.find((message) => message.ts === ts);
  const replies = messages.filter((message) => message.ts !== ts);
  const last = replies.slice(-lastShown);
  const hidden = (root?.reply_count ?? replies.length) - last.length;
  const { domain: slug } = workspace.parts.team;
  const pane = { kind: 'thread', ts, reply: undefined } as const;
  const href = formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane });
  if (replies.length === 0) return null;
  return (
    <section aria-label={say('thread.label', { name: where })} className={styles.block}>
      <h2 className={styles.where}>
        <Link href={href} className={styles.link}>
          <bdi>{where}</bdi>
        </Link>
        {unread > 0 && (
          <span className={styles.unread}>{say('threads.new', { count: unread })}</span>
        )}
      </h2>
      {root !== undefined && <Excerpt message={root} />}
      <div className={styles.replies}>
        {hidden > 0 && (
          <Link href={href} className={styles.more}>
            {say('threads.more', { count: hidden })}
          </Link>
        )}
        {last.map((message) => (
          <Excerpt key={message.ts} message={message} />
        ))}
        <Link href={href} className={styles.more}>
          {say('threads.open')}
        </Link>
      </div>
    </section>
  );
}

function Excerpt({ message }: { message: Message }) {
  const say = useSay();
  const names = useNames();
  const { moment, full } = useFormats();
  const { parts } = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const ms = millisOf(message.ts);
  const author = authorOf(message, names.person);
  if (message.subtype === 'tombstone') {
    return <p className={styles.gone}>{say('message.deleted')}</p>;
  }
  return (
    <article className={styles.message}>
      <Avatar small id={message.user} name={author} />
      <div className={styles.content}>
        <p className={styles.heading}>
          <bdi className={styles.author}>{author}</bdi>
          <time dateTime={new Date(ms).toISOString()} title={full(ms)} className={styles.time}>
            {moment(ms, parts.now())}
          </time>
        </p>
        <MessageBody message={message} names={names} self={self} />
      </div>
    </article>
  );
}
