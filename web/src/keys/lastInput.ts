/** At first as if by a key: who has touched nothing yet may have no pointer. */
let moved = true;

/** Whether the last that somebody did was to move by a key: not to press the pointer, nor to write. */
export const movedByKey = () => moved;

/** Keeps `movedByKey` true to what happens, until the signal. */
export function followInput(signal: AbortSignal): void {
  const onPress = () => {
    moved = false;
  };
  const onKey = (event: KeyboardEvent) => {
    moved = !isWritten(event);
  };
  document.addEventListener('pointerdown', onPress, { signal, capture: true });
  document.addEventListener('keydown', onKey, { signal, capture: true });
}

export function isTextField(target: EventTarget | null): boolean {
  const fields = 'input, textarea, [contenteditable=true]';
  return target instanceof Element && target.closest(fields) !== null;
}

function isWritten({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || key === 'Tab' || key === 'Escape') return false;
  return isTextField(target);
}
