export interface Asked {
  user: string;
  anchor: HTMLElement;
  /** By a key: the focus goes from there into the card, and back. */
  from: HTMLElement | undefined;
}

const waitMs = 400;
const graceMs = 200;

type Show = (asked: Asked | undefined) => void;

/** Hears on the whole page who is asked about by the pointer, by a click and by keys. */
export function listen(
  show: Show,
  open: (user: string) => void,
  layer: () => HTMLElement | null,
  anchorShown: () => HTMLElement | undefined,
): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (asked: Asked | undefined) => {
    clearTimeout(timer);
    show(asked);
  };
  const later = (anchor: HTMLElement | undefined) => {
    clearTimeout(timer);
    const ms = anchor === undefined ? graceMs : waitMs;
    timer = setTimeout(() => set(anchor?.isConnected ? askedBy(anchor) : undefined), ms);
  };
  const onOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === 'touch' || !(target instanceof Element)) return;
    if (layer()?.contains(target) === true) {
      clearTimeout(timer);
      return;
    }
    const anchor = anchorOf(target);
    const shown = anchorShown();
    if (anchor !== undefined && anchor === shown) clearTimeout(timer);
    else if (anchor !== undefined || shown !== undefined) later(anchor);
    else clearTimeout(timer);
  };
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    if (layer()?.contains(event.target) === true) return;
    const asked = askedBy(anchorOf(event.target));
    set(undefined);
    if (event.defaultPrevented || asked === undefined || getSelection()?.isCollapsed === false)
      return;
    if (event.target.closest('a, button') === null) open(asked.user);
  };
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (target instanceof HTMLElement && layer()?.contains(target) === true) return;
    if (anchorShown() !== undefined) {
      if (key === 'Escape') event.preventDefault();
      set(undefined);
    }
    if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
    // Space at a message asks about its author.
    const row = target.role === 'article' && key === ' ';
    const anchor = row ? target.querySelector<HTMLElement>('[data-person][role=button]') : target;
    if (anchor?.dataset.person === undefined || anchor.role !== 'button') return;
    event.preventDefault();
    event.stopPropagation();
    set(askedBy(anchor, target));
  };
  document.addEventListener('pointerover', onOver, { signal });
  document.addEventListener('click', onClick, { signal });
  document.addEventListener('keydown', onKey, { signal, capture: true });
  document.addEventListener('scroll', () => set(undefined), { signal, capture: true });
  return () => {
    clearTimeout(timer);
    stopped.abort();
  };
}

function anchorOf(target: Element): HTMLElement | undefined {
  return target.closest<HTMLElement>('[data-person]') ?? undefined;
}

function askedBy(anchor: HTMLElement | undefined, from?: HTMLElement): Asked | undefined {
  const user = anchor?.dataset.person;
  return anchor === undefined || user === undefined ? undefined : { user, anchor, from };
}
