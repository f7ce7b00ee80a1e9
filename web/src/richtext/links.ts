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

/** Whether it is worth while to look for bare addresses in a text. */
export function mayHoldUrl(text: string): boolean {
  return /:\/\/|@|mailto:/i.test(text);
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Cherokee'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u'),
);

/**
 * A link's words as they may be shown: an address whose host mixes alphabets, as those made to
 * deceive do, is shown in the form that the network sees.
 */
export function honestText(text: string, url: string): string {
  const host = /^(?:https?:\/\/)?([^/?#:@\s]+)/iu.exec(text)?.[1];
  if (host === undefined || !host.includes('.') || !isMixed(host)) return text;
  const real = hostOf(url);
  return real === undefined ? text : text.replace(host, real);
}

function isMixed(host: string): boolean {
  return host.split('.').some((label) => scripts.filter((each) => each.test(label)).length > 1);
}

export function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}
