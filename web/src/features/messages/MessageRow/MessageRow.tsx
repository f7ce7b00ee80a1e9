import { memo, type KeyboardEvent } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import type { Message } from '../../../protocol/generated';
import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { authorOf, faceEmojiOf } from '../../../models/authors';
import type { Draft } from '../../../richtext/draft';
import type { Names } from '../../../richtext/plain';
import { MessageBody } from '../../../richtext/MessageBody/MessageBody';
import { isEphemeral } from '../../../store/ephemerals';
import { millisOf } from '../../../store/ts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { IconButton } from '../../../ui/Button/Button';
import { EditBox, type RefusedEdit } from '../EditBox/EditBox';
import styles from './MessageRow.module.css';

export interface RowActions {
  edit: (ts: string | undefined) => void;
  save: (ts: string, text: string, draft: Draft) => void;
  erase: (ts: string) => void;
}

interface MessageRowProps {
  message: Message;
  channel: string;
  head: boolean;
  self: string;
  names: Names;
  formats: Formats;
  editing: boolean;
  refused: RefusedEdit | undefined;
  mentionsMe: boolean;
  actions: RowActions;
  rowId: string;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, head, self, names, formats, editing, mentionsMe, actions, rowId } = props;
  const say = useSay();
  const ms = millisOf(message.ts);
  const { user } = message;
  const onlyForMe = isEphemeral(message);
  const edited = message.edited && formats.full(millisOf(message.edited.ts));
  const author = authorOf(message, names.person);
  const emoji = faceEmojiOf(message);
  const time = (
    <time dateTime={new Date(ms).toISOString()} title={formats.full(ms)} className={styles.time}>
      {formats.time(ms)}
    </time>
  );
  return (
    <div className={styles.row} data-head={head} data-mention={mentionsMe}>
      <div className={styles.gutter}>
        {head ? <Avatar id={user} name={author} emoji={emoji} /> : time}
      </div>
      <div className={styles.content}>
        <div className={head ? styles.heading : 'hidden-text'}>
          <bdi id={`${rowId}-author`} className={styles.author}>
            {author}
          </bdi>
          {message.bot_id !== undefined && <span className={styles.app}>{say('message.app')}</span>}
          {head && time}
        </div>
        {editing ? (
          <EditBox
            channel={props.channel}
            message={message}
            refused={props.refused}
            onSave={(text, draft) => actions.save(message.ts, text, draft)}
            onErase={() => actions.erase(message.ts)}
            onDone={() => actions.edit(undefined)}
          />
        ) : (
          <div
            id={`${rowId}-body`}
            className={styles.body}
            data-me={message.subtype === 'me_message'}
          >
            {onlyForMe && <p className={styles.only}>{say('message.onlyForMe')}</p>}
            <MessageBody
              message={message}
              names={names}
              self={self}
              note={edited && say('message.edited')}
              noteTitle={edited && say('message.edited.at', { time: edited })}
            />
          </div>
        )}
      </div>
      {user === self && !editing && !onlyForMe && <Toolbar ts={message.ts} actions={actions} />}
    </div>
  );
});

function Toolbar({ ts, actions }: { ts: string; actions: RowActions }) {
  const say = useSay();
  return (
    <div role="toolbar" aria-label={say('message.actions')} className={styles.toolbar}>
      <IconButton label={say('message.edit')} tabIndex={-1} onClick={() => actions.edit(ts)}>
        <Pencil size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton label={say('message.delete')} tabIndex={-1} onClick={() => actions.erase(ts)}>
        <Trash2 size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}

/** E edits and Del deletes an own message that has the focus. */
export function onMessageKey(
  event: KeyboardEvent,
  message: Message,
  self: string,
  actions: RowActions,
): void {
  if (message.user !== self || isEphemeral(message) || event.target !== event.currentTarget) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'e' || event.key === 'E') {
    event.preventDefault();
    actions.edit(message.ts);
  }
  if (event.key === 'Delete') {
    event.preventDefault();
    actions.erase(message.ts);
  }
}
