import { followInput, isTextField, movedByKey } from './lastInput';

/** Parts of the page that Ctrl+F6 walks, in the order in which they stand: `data-region`. */
const regions = '[data-region]';

/** Where the focus goes in a part, the best first. */
const entries = [
  '[data-entry]',
  '[contenteditable=true]',
  'textarea:not([disabled])',
  '[role=article][tabindex="0"]',
  'a[aria-current=page]',
  'a[href][tabindex="0"]',
  'a[href], button:not([disabled]), input:not([disabled])',
];

/** To the next part of the page, or the one before. */
export function walkRegions(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(regions)].filter(isShown);
  if (all.length === 0) return;
  const at = all.findIndex((region) => region.contains(document.activeElement));
  const first = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  for (let tried = 0; tried < all.length; tried += 1) {
    const region = all[(first + step * tried + all.length * 2) % all.length];
    if (region !== undefined && enterRegion(region)) return;
  }
}

/** Puts the focus into a part; false if nothing in it takes it. */
export function enterRegion(region: HTMLElement | undefined): boolean {
  for (const entry of entries) {
    const element = [...(region?.querySelectorAll<HTMLElement>(entry) ?? [])].find(isShown);
    if (element === undefined) continue;
    // A field shows where one writes; a button, only to who moves by keys.
    element.focus({ focusVisible: movedByKey() || isTextField(element) });
    if (document.activeElement === element) return true;
  }
  return false;
}

export function regionOf(name: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-region=${name}]`) ?? undefined;
}

/**
 * Keeps the focus from falling to the body: when what had it goes away or is hidden, the part of
 * the page that held it takes it, or the next that is shown.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  let hidden = false;
  let region: string | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    hidden = false;
    region = target.closest<HTMLElement>(regions)?.dataset.region;
  };
  const onChange = () => {
    if (last === null || document.activeElement !== document.body) return;
    if (last.isConnected && !hidden) return;
    if (!hidden) last = null;
    // What covers the page may still be on its way: then it is entered when it is there.
    const names = [region ?? 'list', 'composer', 'list', 'content', 'pane', 'sidebar'];
    names.some((name) => enterRegion(regionOf(name)));
  };
  const onBlur = () => {
    if (document.activeElement !== document.body) return;
    hidden = last?.isConnected === true && !isShown(last);
    onChange();
  };
  // After what the page does by itself about the focus.
  const observer = new MutationObserver(() => setTimeout(onChange));
  const stopped = new AbortController();
  followInput(stopped.signal);
  root.addEventListener('focusin', onFocus, { signal: stopped.signal });
  root.addEventListener('focusout', () => setTimeout(onBlur), { signal: stopped.signal });
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    stopped.abort();
    observer.disconnect();
  };
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });
}
