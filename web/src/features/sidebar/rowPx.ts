/** How high titles and rows of the sidebar are, in pixels: 1.75 rem. */
export function rowPx(): number {
  return 1.75 * parseFloat(getComputedStyle(document.documentElement).fontSize);
}
