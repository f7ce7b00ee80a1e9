/** The `@word` before the caret that a person is about to complete. */
export interface Trigger {
  start: number;
  query: string;
}

const longest = 40;

export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - longest), caret);
  const found = /(?:^|[\s([{])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u.exec(before);
  if (found === null) return undefined;
  const query = found[1] ?? '';
  return { start: caret - query.length - 1, query };
}

export interface Completed {
  text: string;
  caret: number;
}

export function complete(text: string, caret: number, trigger: Trigger, label: string): Completed {
  const tail = text.slice(caret);
  const space = tail.startsWith(' ') ? '' : ' ';
  const before = text.slice(0, trigger.start) + label;
  return { text: before + space + tail, caret: before.length + 1 };
}

/** Enter that a person meant for the text, not for a composition that runs or just ended. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** How many characters a person would be told: code points, as the server counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return length;
}
