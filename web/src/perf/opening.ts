import type { Waits } from './waits';

const giveUpMs = 1500;
const opened =
  '[role="menu"], [role="dialog"], dialog[open], [data-region="pane"] [role="article"]';

/** `open`: a menu, a dialog, the emoji picker, a thread. */
export function watchOpening(waits: Waits, signal: AbortSignal): void {
  const hear = ({ target, type, timeStamp: startMs }: Event) => {
    const pressed = type === 'keydown' ? '[role="article"]' : 'button, a, [role="article"]';
    if (!(target instanceof Element) || target.closest(pressed) === null) return;
    // A key on a button is a click as well, in a field it is text.
    if (type === 'keydown' && target.matches('button, a, input, textarea, [role="textbox"]'))
      return;
    const before = new Set(document.querySelectorAll(opened));
    const isShown = () => [...document.querySelectorAll(opened)].some((each) => !before.has(each));
    // What opens now is opened by this, not by what was done before it.
    waits.drop('open');
    waits.add({ name: 'open', startMs, giveUpMs, isShown });
  };
  for (const type of ['click', 'contextmenu', 'keydown'] as const) {
    document.addEventListener(type, hear, { capture: true, signal });
  }
}
