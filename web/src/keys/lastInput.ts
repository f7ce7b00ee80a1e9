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

/** Whether the target is, or lies in, something that can be written in. */
export function isTextField(target: EventTarget | null): boolean {
  const fields =
    'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable=true]';
  return target instanceof Element && target.closest(fields) !== null;
}

function isWritten({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const writes = key.length === 1 || key === 'Backspace' || key === 'Delete';
  return writes && !ctrlKey && !metaKey && !altKey && isTextField(target);
}
