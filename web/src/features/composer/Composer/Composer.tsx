import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useWorkspace } from '../../../app/context';
import type { TextId } from '../../../i18n/en';
import { useSay } from '../../../i18n/Texts';
import { lengthOf } from '../../../models/completion';
import { emptyDraft, encodeDraft } from '../../../richtext/draft';
import { IconButton } from '../../../ui/Button/Button';
import { DraftInput } from '../DraftInput/DraftInput';
import { TypingLine } from '../TypingLine/TypingLine';
import styles from './Composer.module.css';

interface ComposerProps {
  channel: string;
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

export function Composer({ channel, name, direct, closed, ...on }: ComposerProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const draft = useStore(workspace.drafts.store, (drafts) => drafts[channel]) ?? emptyDraft;
  const area = useRef<HTMLTextAreaElement>(null);
  const blank = draft.text.trim() === '';
  const left = draft.text.length < countFrom ? most : most - lengthOf(draft.text);

  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, [channel]);

  const submit = () => {
    if (blank || left < 0) return;
    workspace.outbox.send(channel, encodeDraft({ ...draft, text: draft.text.trim() }));
    workspace.drafts.set(channel, emptyDraft);
    on.onSent();
    area.current?.focus();
  };

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && plain && draft.text === '') {
      event.preventDefault();
      on.onEditLast();
    }
    if (event.key === 'Escape') on.onEscape();
  };

  if (closed !== undefined) {
    return <p className={styles.closed}>{say(closed)}</p>;
  }
  return (
    <section aria-label={say('composer.region')} className={styles.composer} data-region="composer">
      <div className={styles.box} onClick={() => area.current?.focus()}>
        <DraftInput
          ref={area}
          label={say(direct ? 'composer.label' : 'composer.label.channel', { name })}
          channel={channel}
          draft={draft}
          onChange={(next) => {
            workspace.drafts.set(channel, next);
            if (next.text.length > draft.text.length) workspace.typing(channel);
          }}
          onSubmit={submit}
          onKey={onKey}
        />
        <IconButton label={say('composer.send')} disabled={blank || left < 0} onClick={submit}>
          <SendHorizontal size={16} strokeWidth={1.75} className={styles.directed} />
        </IconButton>
      </div>
      <div className={styles.below}>
        <TypingLine channel={channel} />
        <span role="status" className={left < 0 ? styles.over : styles.left}>
          {left < 0 && say('composer.over', { count: -left })}
          {left >= 0 && left < most && say('composer.left', { count: left })}
        </span>
      </div>
    </section>
  );
}
