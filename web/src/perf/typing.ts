import { composer, isComposer, keyed, showsAtEnd, textOf, wordsOf } from './page';
import type { Waits } from './waits';

/** `type`, `send-echo`, `jump-open`, `jump-key`. */
export function watchTyping(waits: Waits, signal: AbortSignal): void {
  const hear = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const field = event.target instanceof Element ? event.target : null;
    const startMs = event.timeStamp;
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      waits.add({ name: 'jump-open', startMs, isShown: () => options() > 0 });
    } else if (event.key.length === 1 && !keyed(event)) {
      const before = textOf(field);
      const name = field?.closest('[role="combobox"]') == null ? 'type' : 'jump-key';
      const isWritten = field !== null && (name === 'jump-key' || isComposer(field));
      if (isWritten) waits.add({ name, startMs, isShown: () => textOf(field) !== before });
    } else if (event.key === 'Enter' && !event.shiftKey && isComposer(field)) {
      const words = wordsOf(textOf(field));
      if (words === '' || showsAtEnd(words)) return;
      const isShown = () => textOf(composer()) === '' && showsAtEnd(words);
      waits.add({ name: 'send-echo', startMs, isShown });
    }
  };
  document.addEventListener('keydown', hear, { capture: true, signal });
  // What stands in a text field is no change of the document.
  document.addEventListener('input', () => waits.look(), { signal });
}

function options(): number {
  return document.querySelectorAll('dialog[open] [role="option"]').length;
}
