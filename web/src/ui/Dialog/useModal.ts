import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * A dialog that is open for as long as it is on the page. The focus goes to its first field or its
 * last button, and back to where it came from.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    const ends = new AbortController();
    if (dialog !== null) {
      dialog.showModal();
      firstOf(dialog)?.focus();
      keepFocus(dialog, ends.signal);
    }
    return () => {
      ends.abort();
      // Nothing outside of it takes the focus while it is open.
      dialog?.close();
      focusAgain(before);
    };
  }, []);
  return ref;
}

/** If what has the focus goes away, the dialog begins again. */
function keepFocus(dialog: HTMLDialogElement, signal: AbortSignal): void {
  let held: Node | undefined;
  const hear = ({ type, target }: FocusEvent) => {
    if (!(target instanceof Node)) return;
    if (type === 'focusin') held = target;
    // Whoever presses beside everything wants the focus nowhere.
    else
      queueMicrotask(() => {
        if (held === target && target.isConnected) held = undefined;
      });
  };
  dialog.addEventListener('focusin', hear, { signal });
  dialog.addEventListener('focusout', hear, { signal });
  const observer = new MutationObserver(() => {
    if (held === undefined || held.isConnected) return;
    if (document.activeElement === document.body) firstOf(dialog)?.focus();
  });
  observer.observe(dialog, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Where the focus was, or the dialog beneath if what had it went away. */
function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) {
    before.focus();
    return;
  }
  const beneath = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  if (beneath !== undefined) firstOf(beneath)?.focus();
}

function firstOf(dialog: HTMLElement): HTMLElement | undefined {
  const buttons = dialog.querySelectorAll<HTMLElement>('footer button:not(:disabled)');
  return dialog.querySelector<HTMLElement>('input, textarea') ?? [...buttons].at(-1);
}
