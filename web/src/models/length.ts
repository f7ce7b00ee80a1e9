/** The server takes no longer message. */
export const longest = 40_000;

/** How many characters a person would be told: code points, as the server counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return length;
}
