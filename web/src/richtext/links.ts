const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address to link to, or nothing when it is not one that may be opened from a message. */
export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(text);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export interface FoundUrl {
  start: number;
  end: number;
  url: string;
}

const bare = /\bhttps?:\/\/[^\s<>"'`|]+/g;
const trailing = /[.,;:!?'"*_~]+$/;

/** Bare web addresses in plain text, without the punctuation that follows them. */
export function findUrls(text: string): FoundUrl[] {
  return [...text.matchAll(bare)].flatMap((match) => {
    const shown = withoutStrayBracket(match[0].replace(trailing, ''));
    const url = safeUrl(shown);
    if (url === undefined) return [];
    return [{ start: match.index, end: match.index + shown.length, url }];
  });
}

function withoutStrayBracket(text: string): string {
  const stray = text.endsWith(')') && !text.includes('(');
  return stray ? text.slice(0, -1).replace(trailing, '') : text;
}
