import { Suspense, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { part } from '../../../app/parts';
import { whenIdle } from '../../../app/whenIdle';
import { encodeDraft, type Draft, type Selected } from '../../../richtext/draft';
import type { Left } from '../Editor/drafts';
import type { FieldHandle } from '../Editor/Field';
import styles from './DraftInput.module.css';
import { PlainInput } from './PlainInput';
import { useHeldEnters } from './useHeldEnters';

const Editor = part(async () => (await import('../Editor/Editor')).Editor);
let loaded = false;

export type InputHandle = FieldHandle;

interface DraftInputProps {
  ref: Ref<InputHandle>;
  label: string;
  channel: string;
  /** Which draft it is, if there are several. */
  place?: string;
  draft: Draft;
  /** Whether what begins with a slash may be a command. */
  slashes?: boolean;
  onChange: (draft: Draft) => void;
  onSubmit: () => void;
  /** Keys that neither the completion nor sending took. */
  onKey?: (event: globalThis.KeyboardEvent) => void;
  /** The caret rests somewhere else than at the last change. */
  onRest?: (place: string, selection: Selected) => void;
}

/** Where a message is written: the editor, and a plain field of its size until that is there. */
export function DraftInput(props: DraftInputProps) {
  const { ref, label, channel, place = channel, draft, onChange, onSubmit, onKey, onRest } = props;
  const [idle, setIdle] = useState(loaded);
  const [there, setThere] = useState(false);
  const [composing, setComposing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const field = useRef<InputHandle>(null);
  const left = useRef<Left>(undefined);
  const held = useHeldEnters(onSubmit, place);

  useEffect(() => whenIdle(() => setIdle(true)), []);
  useImperativeHandle(ref, () => ({
    focus: () => (field.current ?? area.current)?.focus(),
    wire: () => field.current?.wire() ?? { text: encodeDraft(draft).trim() },
  }));

  const takeOver = () => {
    loaded = true;
    const { current: from } = area;
    if (from !== null) {
      const { selectionStart: start, selectionEnd: end } = from;
      const focused = from === document.activeElement;
      left.current = { start, end, focused, keys: held.take() };
    }
    setThere(true);
  };

  return (
    <div className={styles.box}>
      {!there && (
        <PlainInput
          ref={area}
          label={label}
          draft={draft}
          onChange={(next) => {
            held.take();
            onChange(next);
          }}
          onSubmit={onSubmit}
          onAsk={({ sign }) => {
            if (sign === '/' && props.slashes !== true) return onSubmit();
            setIdle(true);
            held.put('Enter');
          }}
          onKey={onKey}
          onComposing={setComposing}
        />
      )}
      {idle && (
        <Suspense>
          <Editor
            waits={composing}
            there={there}
            left={left}
            handle={field}
            label={label}
            channel={channel}
            place={place}
            draft={draft}
            slashes={props.slashes}
            onReady={takeOver}
            onChange={onChange}
            onSubmit={onSubmit}
            onKey={onKey}
            onRest={onRest}
          />
        </Suspense>
      )}
    </div>
  );
}
