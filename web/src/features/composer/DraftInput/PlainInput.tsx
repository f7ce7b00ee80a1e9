import { useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';
import { usePreference } from '../../../app/preferences';
import { isComposing } from '../../../keys/composing';
import { triggerAt, type Trigger } from '../../../models/triggers';
import type { Draft } from '../../../richtext/draft';
import styles from './DraftInput.module.css';

interface PlainInputProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  label: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSubmit: () => void;
  /** Enter was pressed behind what only the editor completes. */
  onAsk: (trigger: Trigger) => void;
  onKey?: ((event: globalThis.KeyboardEvent) => void) | undefined;
  onComposing: (composing: boolean) => void;
}

/** A text field that grows and leaves compositions alone. */
export function PlainInput(props: PlainInputProps) {
  const { ref, label, draft, onChange, onSubmit, onAsk, onKey, onComposing } = props;
  const enter = usePreference('enter');

  useLayoutEffect(() => {
    const { current: area } = ref;
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [ref]);
  useLayoutEffect(() => {
    const { current: area } = ref;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
  }, [ref, draft.text]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const withMod = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.key === 'Enter' && (withMod || (plain && enter === 'sends'))) {
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      const open = plain && selectionStart === selectionEnd;
      const trigger = open ? triggerAt(value, selectionStart) : undefined;
      if (trigger === undefined) onSubmit();
      else onAsk(trigger);
      return;
    }
    onKey?.(event.nativeEvent);
  };

  return (
    <textarea
      ref={ref}
      rows={1}
      dir="auto"
      aria-label={label}
      placeholder={label}
      className={styles.area}
      value={draft.text}
      onChange={(event) => onChange({ text: event.target.value, mentions: draft.mentions })}
      onKeyDown={onKeyDown}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
    />
  );
}
