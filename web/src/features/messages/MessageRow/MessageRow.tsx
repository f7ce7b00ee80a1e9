import { memo, Suspense } from 'react';
import { useWorkspaceState } from '../../../app/context';
import type { Message } from '../../../protocol/generated';
import type { TextId } from '../../../i18n/en';
import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { authorOf, faceEmojiOf } from '../../../models/authors';
import type { Draft } from '../../../richtext/draft';
import type { Wire } from '../../../richtext/outgoing';
import type { Names } from '../../../richtext/plain';
import { MessageBody } from '../../../richtext/MessageBody/MessageBody';
import { isEphemeral } from '../../../store/ephemerals';
import { millisOf } from '../../../store/ts';
import { isStarred } from '../../../store/stars';
import { asks } from '../../../ui/asks';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { keyOf } from '../../../models/rows';
import type { RefusedEdit } from '../EditBox/EditBox';
import { StatusMark } from '../../status/StatusMark/StatusMark';
import { Foldable } from '../Foldable/Foldable';
import { BroadcastLine } from '../BroadcastLine/BroadcastLine';
import { EditBox, Toolbar } from '../later';
import type { Point } from '../../../ui/Menu/ContextMenu';
import { Meta } from '../Meta/Meta';
import { Marks } from '../Marks/Marks';
import { Reactions } from '../Reactions/Reactions';
import { ThreadLine } from '../ThreadLine/ThreadLine';
import styles from './MessageRow.module.css';

/** What can be done with the messages of a list. What is missing the server would refuse there. */
export interface RowActions {
  edit?: (ts: string) => void;
  stopEditing: () => void;
  save: (ts: string, wire: Wire, draft: Draft) => void;
  erase: (ts: string) => void;
  /** Opens the thread of a message, at one of its replies. */
  thread: (ts: string, reply?: string) => void;
  /** Opens the thread of a message to write in it. */
  reply?: (message: Message) => void;
  /** Why that is missing. */
  noReply?: TextId;
  /** Gives an emoji to a message, or takes one's own back. */
  react?: (message: Message, name: string) => void;
  /** Opens the choice of all emoji beside an element. */
  pick?: (message: Message, anchor: HTMLElement) => void;
  menu: (message: Message, anchor: HTMLElement, kind?: 'more' | 'remind', at?: Point) => void;
  star: (message: Message) => void;
  pin?: (message: Message) => void;
  markUnread: (message: Message) => void;
  copyText: (message: Message) => void;
  copyLink: (message: Message) => void;
  /** `words` say that it will be so. */
  remind: (message: Message, atMs: number, words: string) => void;
}

interface MessageRowProps {
  message: Message;
  channel: string;
  /** Shown in its thread: nothing leads there. */
  inThread: boolean;
  head: boolean;
  self: string;
  names: Names;
  formats: Formats;
  editing: boolean;
  refused: RefusedEdit | undefined;
  mentionsMe: boolean;
  actions: RowActions;
  rowId: string;
  /** The pointer or the focus is on it. */
  near: boolean;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const {
    message,
    channel,
    inThread,
    head,
    self,
    names,
    formats,
    editing,
    mentionsMe,
    actions,
    rowId,
    near,
  } = props;
  const say = useSay();
  const ms = millisOf(message.ts);
  const { user } = message;
  const starred = useWorkspaceState((state) => isStarred(state, channel, message.ts));
  const onlyForMe = isEphemeral(message);
  const edited = message.edited && formats.full(millisOf(message.edited.ts));
  const author = authorOf(message, names.person);
  const emoji = faceEmojiOf(message);
  const time = (
    <time
      dateTime={new Date(ms).toISOString()}
      title={near ? formats.full(ms) : undefined}
      className={styles.time}
    >
      {formats.time(ms)}
    </time>
  );
  return (
    <div className={styles.row} data-head={head} data-mention={mentionsMe}>
      <div className={styles.gutter} data-person={head ? user : undefined}>
        {head ? <Avatar id={user} name={author} emoji={emoji} /> : time}
      </div>
      <div className={styles.content}>
        <Meta id={`${rowId}-meta`} message={message} starred={starred} formats={formats} />
        <Marks starred={starred} pinned={(message.pinned_to ?? []).length > 0} />
        <div className={head ? styles.heading : 'hidden-text'}>
          <bdi id={`${rowId}-author`} className={styles.author} {...(head ? asks(user, -1) : {})}>
            {author}
          </bdi>
          {head && <StatusMark user={user} />}
          {message.bot_id !== undefined && <span className={styles.app}>{say('message.app')}</span>}
          {head && time}
        </div>
        {!inThread && message.subtype === 'thread_broadcast' && (
          <BroadcastLine
            channel={channel}
            thread={message.thread_ts ?? message.ts}
            names={names}
            onOpen={() => actions.thread(message.thread_ts ?? message.ts, message.ts)}
          />
        )}
        {editing ? (
          <Suspense>
            <EditBox
              channel={channel}
              message={message}
              refused={props.refused}
              onSave={(wire, draft) => actions.save(message.ts, wire, draft)}
              onErase={() => actions.erase(message.ts)}
              onDone={actions.stopEditing}
            />
          </Suspense>
        ) : (
          <div
            id={`${rowId}-body`}
            className={styles.body}
            data-me={message.subtype === 'me_message'}
          >
            {onlyForMe && <p className={styles.only}>{say('message.onlyForMe')}</p>}
            <Foldable id={keyOf(message)} said={message}>
              <MessageBody
                message={message}
                names={names}
                self={self}
                note={edited && say('message.edited')}
                noteTitle={edited && say('message.edited.at', { time: edited })}
              />
            </Foldable>
          </div>
        )}
        <Reactions
          message={message}
          self={self}
          names={names}
          formats={formats}
          actions={actions}
        />
        {!inThread && (
          <ThreadLine
            message={message}
            channel={channel}
            names={names}
            formats={formats}
            onOpen={() => actions.thread(message.ts)}
          />
        )}
      </div>
      {near && !editing && !onlyForMe && (
        <Suspense>
          <Toolbar {...{ message, inThread, starred, names, actions }} />
        </Suspense>
      )}
    </div>
  );
});
