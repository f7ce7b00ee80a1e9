import type { Waits } from './waits';

const giveUpMs = 1500;
const opened =
  '[role="menu"], [role="dialog"], dialog[open], [data-region="pane"] [role="article"]';

/** `open`: a menu, a dialog, the emoji picker, a thread. */
export function watchOpening(waits: Waits, signal: AbortSignal): void {
  const hear = ({ target, timeStamp: startMs }: Event) => {
    if (!(target instanceof Element) || target.closest('button, a, [role="article"]') === null)
      return;
    const before = new Set(document.querySelectorAll(opened));
    const isShown = () => [...document.querySelectorAll(opened)].some((each) => !before.has(each));
    waits.add({ name: 'open', startMs, giveUpMs, isShown });
  };
  for (const type of ['click', 'contextmenu'] as const) {
    document.addEventListener(type, hear, { capture: true, signal });
  }
}
