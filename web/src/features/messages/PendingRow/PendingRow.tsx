import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../../app/context';
import type { Formats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Send } from '../../../outbox/queue';
import { treeOf } from '../../../richtext/cache';
import { decodeDraft, encodeDraft, treeOfDraft } from '../../../richtext/draft';
import type { Names } from '../../../richtext/plain';
import { Rich } from '../../../richtext/Rich/Rich';
import { settle } from '../../../richtext/settle';
import { placeOf } from '../../../store/places';
import { useAnnounce } from '../../../ui/Announcer/Announcer';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { TextButton } from '../../../ui/Button/Button';
import { Foldable } from '../Foldable/Foldable';
import rows from '../MessageRow/MessageRow.module.css';
import styles from './PendingRow.module.css';

interface PendingRowProps {
  send: Send;
  head: boolean;
  self: string;
  names: Names;
  formats: Formats;
  rowId: string;
}

const clockMs = 1000;

/** A message that the server does not have yet; looks like any other for the first second. */
export function PendingRow({ send, head, self, names, formats, rowId }: PendingRowProps) {
  const say = useSay();
  const author = names.person(self);
  const slow = useSlow(send);
  const time = <time className={rows.time}>{formats.time(send.createdMs)}</time>;
  return (
    <div className={rows.row} data-head={head} data-state={send.state}>
      <div className={rows.gutter}>{head ? <Avatar id={self} name={author} /> : time}</div>
      <div className={rows.content}>
        <div className={head ? rows.heading : 'hidden-text'}>
          <bdi id={`${rowId}-author`} className={rows.author}>
            {author}
          </bdi>
          {head && time}
        </div>
        <div id={`${rowId}-body`} className={styles.body}>
          <Foldable id={send.id} said={send}>
            <Rich text={send.text} blocks={send.blocks} names={names} self={self} />
          </Foldable>
          {slow && send.state !== 'failed' && (
            <span className={styles.clock} role="img" aria-label={say('message.sending')}>
              <Clock size={12} strokeWidth={1.75} />
            </span>
          )}
        </div>
        {send.state === 'failed' && <Failed send={send} names={names} />}
      </div>
    </div>
  );
}

function Failed({ send, names }: { send: Send; names: Names }) {
  const say = useSay();
  const workspace = useWorkspace();
  const { assertive } = useAnnounce();
  const { id, channel, thread, text, blocks } = send;

  useEffect(() => assertive(say('announce.failed')), [assertive, say]);

  const edit = () => {
    const place = placeOf(channel, thread);
    const begun = workspace.drafts.get(place);
    // What is begun meanwhile stays, below it.
    const both = begun.text === '' ? text : `${text}\n${encodeDraft(begun)}`;
    const rich = blocks !== undefined || begun.tree !== undefined;
    workspace.drafts.set(place, {
      ...decodeDraft(both, names.person),
      ...(rich && { tree: settle([...treeOf({ text, blocks }), ...treeOfDraft(begun)]) }),
    });
    workspace.outbox.input({ type: 'remove', id });
  };
  const reason = refusalText(say, send.reason ?? '');
  return (
    <div className={styles.failed}>
      <span>{say('message.failed', { reason })}</span>
      <TextButton onClick={() => workspace.outbox.input({ type: 'retry', id })}>
        {say('message.failed.retry')}
      </TextButton>
      <TextButton onClick={edit}>{say('message.failed.edit')}</TextButton>
      <TextButton onClick={() => workspace.outbox.input({ type: 'remove', id })}>
        {say('message.failed.delete')}
      </TextButton>
    </div>
  );
}

function useSlow({ createdMs }: Send): boolean {
  const { now } = useWorkspace().parts;
  const [slow, setSlow] = useState(() => now() - createdMs > clockMs);
  useEffect(() => {
    if (slow) return;
    const timer = setTimeout(() => setSlow(true), createdMs + clockMs - now());
    return () => clearTimeout(timer);
  }, [slow, createdMs, now]);
  return slow;
}
