const gap = 6;
const margin = 8;

/** Puts a fixed element below another, or above where there is no room, and into the window. */
export function placeBeside(element: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = at.bottom + gap;
  const fits = below + height <= window.innerHeight - margin;
  const middle = at.left + at.width / 2 - width / 2;
  moveTo(element, middle, fits ? below : at.top - gap - height);
}

/** Puts a fixed element at a point, or where it still is inside of the window. */
export function moveTo(element: HTMLElement, x: number, y: number): void {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(margin, Math.min(x, window.innerWidth - width - margin));
  const top = Math.max(margin, Math.min(y, window.innerHeight - height - margin));
  element.style.setProperty('left', `${Math.round(left)}px`);
  element.style.setProperty('top', `${Math.round(top)}px`);
}
