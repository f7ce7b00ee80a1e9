import { SendHorizontal } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWorkspace } from '../../../app/context';
import type { TextId } from '../../../i18n/en';
import { useSay } from '../../../i18n/Texts';
import { lengthOf } from '../../../models/completion';
import type { Ts } from '../../../protocol/generated';
import { emptyDraft, type Selected } from '../../../richtext/draft';
import { placeOf } from '../../../store/places';
import { IconButton } from '../../../ui/Button/Button';
import { Also } from '../Also/Also';
import { DraftInput, type InputHandle } from '../DraftInput/DraftInput';
import { TypingLine } from '../TypingLine/TypingLine';
import styles from './Composer.module.css';

interface ComposerProps {
  channel: string;
  /** The message that is replied to, if this writes in a thread. */
  thread?: Ts | undefined;
  name: string;
  direct: boolean;
  /** What to say in place of the field, if nothing can be written. */
  closed: TextId | undefined;
  onSent: () => void;
  onEditLast: () => void;
  onEscape: () => void;
}

const most = 40_000;
const countFrom = 36_000;

export function Composer({ channel, thread, name, direct, closed, ...on }: ComposerProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const place = placeOf(channel, thread);
  const [broadcast, setBroadcast] = useState(false);
  const draft = useStore(workspace.drafts.store, (drafts) => drafts[place]) ?? emptyDraft;
  const area = useRef<InputHandle>(null);
  const blank = draft.text.trim() === '';
  const left = draft.text.length < countFrom ? most : most - lengthOf(draft.text);

  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, [place]);

  const ofChannel = direct ? 'composer.label' : 'composer.label.channel';
  const label = say(thread === undefined ? ofChannel : 'thread.composer', { name });

  const submit = () => {
    const said = area.current?.wire();
    if (blank || left < 0 || said === undefined) return;
    workspace.outbox.send({ channel, ...said, ...(thread !== undefined && { thread, broadcast }) });
    workspace.drafts.set(place, emptyDraft);
    setBroadcast(false);
    on.onSent();
    area.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && plain && draft.text === '') {
      event.preventDefault();
      on.onEditLast();
    }
    if (event.key === 'Escape') on.onEscape();
  };

  const onRest = useCallback(
    (where: string, selection: Selected) => workspace.drafts.rest(where, selection),
    [workspace],
  );

  if (closed !== undefined) {
    return <p className={styles.closed}>{say(closed)}</p>;
  }
  return (
    <section
      aria-label={say(thread === undefined ? 'composer.region' : 'thread.composer.region')}
      className={styles.composer}
      data-region={thread === undefined ? 'composer' : undefined}
    >
      <div className={styles.box} onClick={() => area.current?.focus()}>
        <DraftInput
          ref={area}
          label={label}
          channel={channel}
          place={place}
          draft={draft}
          onChange={(next) => {
            workspace.drafts.set(place, next);
            const grew = next.text.length > draft.text.length;
            if (grew && thread === undefined) workspace.typing(channel);
          }}
          onSubmit={submit}
          onKey={onKey}
          onRest={onRest}
        />
        <IconButton label={say('composer.send')} disabled={blank || left < 0} onClick={submit}>
          <SendHorizontal size={16} strokeWidth={1.75} className={styles.directed} />
        </IconButton>
      </div>
      <div className={styles.below}>
        {thread === undefined ? (
          <TypingLine channel={channel} />
        ) : (
          <Also direct={direct} name={name} checked={broadcast} onChange={setBroadcast} />
        )}
        <span role="status" className={left < 0 ? styles.over : styles.left}>
          {left < 0 && say('composer.over', { count: -left })}
          {left >= 0 && left < most && say('composer.left', { count: left })}
        </span>
      </div>
    </section>
  );
}
