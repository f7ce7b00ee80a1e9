/** Where on the page things are, as one who looks at it finds them. */
export const list = () => document.querySelector('[data-region="list"]');
export const composer = () =>
  document.querySelector<HTMLElement>(
    '[data-region="composer"] textarea, [data-region="composer"] [role="textbox"]',
  );
/** As `composer`, without a look through the whole page at each key. */
export const isComposer = (field: Element | null) =>
  field?.matches('textarea, [role="textbox"]') === true &&
  field.closest('[data-region="composer"]') !== null;
export const sidebarRow = (id: string) =>
  document.querySelector(`[data-region="sidebar"] [data-id="${CSS.escape(id)}"]`);
export const banner = () => document.querySelector('main > [role="status"]');
export const rowsOf = (scroller: ParentNode | null) => [
  ...(scroller?.querySelectorAll('[role="article"]') ?? []),
];

/** The conversation that the address names. */
export function openChannel(path = location.pathname): string | undefined {
  return /^\/w\/[^/]+\/c\/([^/]+)/.exec(path)?.[1];
}

export function textOf(field: Element | null): string {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return field.value;
  return field?.textContent ?? '';
}

/** Enough of a message to know its row by, without the signs that are shown as something else. */
export function wordsOf(text: string): string {
  return (/[\p{L}\p{N} ]{3,}/u.exec(text)?.[0] ?? text).trim().slice(0, 40);
}

/** The last rows are looked at alone: there may be hundreds. */
export function showsAtEnd(words: string): boolean {
  const last = rowsOf(list()).slice(-20);
  return last.some((row) => row.textContent.includes(words));
}

export function keyed(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
