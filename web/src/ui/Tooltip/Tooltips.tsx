import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { followInput, movedByKey } from '../../keys/lastInput';
import { shownKeys } from '../../keys/shown';
import { mac } from '../../keys/useCommand';
import { placeBeside } from './place';
import styles from './Tooltips.module.css';

const waitMs = 500;
/** Who has just read one does not wait for the next. */
const warmMs = 400;
const graceMs = 120;

interface Shown {
  anchor: HTMLElement;
  text: string;
  keys: string | undefined;
}

/**
 * Shows what elements marked by `tip` say of themselves, one at a time: after a moment under the
 * pointer, at once for the keyboard's focus; until the pointer leaves both, or Esc. The words are
 * in the element's own name, so screen readers are told nothing twice.
 */
export function Tooltips() {
  const [shown, setShown] = useState<Shown>();
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => listen(setShown, () => layer.current), []);

  useLayoutEffect(() => {
    const element = layer.current;
    if (element === null || shown === undefined) return;
    // The top layer: above an open dialog too. Not there in every test's document.
    if ('showPopover' in element) element.showPopover();
    placeBeside(element, shown.anchor);
    return () => {
      if ('hidePopover' in element && element.isConnected) element.hidePopover();
    };
  }, [shown]);

  if (shown === undefined) return null;
  return (
    <div ref={layer} popover="manual" aria-hidden="true" className={styles.tooltip}>
      <span className={styles.text} dir="auto">
        {shown.text}
      </span>
      {shown.keys !== undefined && <kbd className={styles.keys}>{shownKeys(shown.keys, mac)}</kbd>}
    </div>
  );
}

function listen(show: (shown: Shown | undefined) => void, layer: () => HTMLElement | null) {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open: HTMLElement | undefined;
  let closedMs = -Infinity;

  const set = (anchor: HTMLElement | undefined) => {
    clearTimeout(timer);
    if (open !== undefined && anchor === undefined) closedMs = performance.now();
    open = anchor;
    const text = anchor?.dataset.tip;
    if (anchor === undefined || text === undefined || isNeedless(anchor)) show(undefined);
    else show({ anchor, text, keys: anchor.dataset.keys });
  };
  const later = (anchor: HTMLElement | undefined, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(anchor), ms);
  };

  const onOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (layer()?.contains(event.target) === true) {
      clearTimeout(timer);
      return;
    }
    const anchor = event.target.closest<HTMLElement>('[data-tip]') ?? undefined;
    if (anchor === open) clearTimeout(timer);
    else if (anchor === undefined) later(undefined, graceMs);
    else {
      const warm = open !== undefined || performance.now() - closedMs < warmMs;
      later(anchor, warm ? graceMs : waitMs);
    }
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    // What a press of the pointer brought has no tip of itself.
    const shows = movedByKey() && target.matches(':focus-visible');
    set(shows && target.dataset.tip !== undefined ? target : undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    if (open === undefined) clearTimeout(timer);
    else {
      if (event.key === 'Escape' && isHovered(open)) event.preventDefault();
      set(undefined);
    }
  };
  followInput(signal);
  document.addEventListener('pointerover', onOver, { signal });
  document.addEventListener('pointerdown', () => set(undefined), { signal, capture: true });
  document.addEventListener('focusin', onFocus, { signal });
  document.addEventListener('focusout', () => set(undefined), { signal });
  document.addEventListener('keydown', onKey, { signal, capture: true });
  document.addEventListener('scroll', () => set(undefined), { signal, capture: true });
  return () => {
    clearTimeout(timer);
    stopped.abort();
  };
}

/** A name that is shown whole needs no other place to read it. */
function isNeedless(anchor: HTMLElement): boolean {
  if (anchor.dataset.tipWhen !== 'cut') return !anchor.isConnected;
  const parts = [anchor, ...anchor.querySelectorAll<HTMLElement>('*')];
  return !parts.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
}

/** Esc puts away what lies over the pointer's place before it does anything else. */
function isHovered(anchor: HTMLElement): boolean {
  return anchor.matches(':hover');
}
