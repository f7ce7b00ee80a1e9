import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react';
import { usePreference } from '../../../app/preferences';
import { isComposing } from '../../../models/completion';
import type { Draft } from '../../../richtext/draft';
import { CompletionList } from '../Completion/CompletionList';
import { useCompletion } from '../Completion/useCompletion';
import styles from './DraftInput.module.css';

interface DraftInputProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  boxRef?: Ref<HTMLDivElement>;
  label: string;
  channel: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSubmit: () => void;
  /** Keys that neither the completion nor sending took. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A text field that grows, completes names and leaves compositions alone. */
export function DraftInput(props: DraftInputProps) {
  const { ref, label, channel, draft, onChange, onSubmit, onKey } = props;
  const enter = usePreference('enter');
  const [caret, setCaret] = useState(0);
  const wanted = useRef<number>(undefined);
  const id = useId();
  const completion = useCompletion(draft, caret, channel);
  const open = completion.choices.length > 0;

  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
    if (wanted.current === undefined) return;
    area.setSelectionRange(wanted.current, wanted.current);
    setCaret(wanted.current);
    wanted.current = undefined;
  }, [ref, draft.text]);

  const pick = (at: number) => {
    const done = completion.accept(at);
    if (done === undefined) return;
    wanted.current = done.caret;
    onChange(done.draft);
  };

  const onCompletionKey = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        completion.select(completion.selected + 1);
        return true;
      case 'ArrowUp':
        completion.select(completion.selected - 1);
        return true;
      case 'Enter':
      case 'Tab':
        pick(completion.selected);
        return true;
      case 'Escape':
        completion.dismiss();
        return true;
      default:
        return false;
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (open && plain && onCompletionKey(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const withMod = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.key === 'Enter' && (withMod || (plain && enter === 'sends'))) {
      event.preventDefault();
      onSubmit();
      return;
    }
    onKey?.(event);
  };

  return (
    <div className={styles.box}>
      {open && (
        <CompletionList
          id={id}
          choices={completion.choices}
          selected={completion.selected}
          onPick={pick}
        />
      )}
      <textarea
        ref={ref}
        rows={1}
        dir="auto"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? id : undefined}
        aria-activedescendant={open ? `${id}-${completion.selected}` : undefined}
        aria-label={label}
        placeholder={label}
        className={styles.area}
        value={draft.text}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange({ ...draft, text: event.target.value });
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
