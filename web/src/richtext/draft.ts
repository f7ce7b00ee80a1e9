import { escapeText, unescapeText } from './escape';

export interface Mention {
  /** As it stands in the text, with its `@`. */
  label: string;
  user: string;
}

/** What stands in the composer: plain words, and who is meant by which of them. */
export interface Draft {
  text: string;
  mentions: readonly Mention[];
}

export const emptyDraft: Draft = { text: '', mentions: [] };

const broadcasts = ['channel', 'here', 'everyone'];

/** The message as it travels. */
export function encodeDraft({ text, mentions }: Draft): string {
  const targets = new Map<string, string>(broadcasts.map((each) => [`@${each}`, `<!${each}>`]));
  for (const { label, user } of mentions) targets.set(label, `<@${user}>`);
  const labels = [...targets.keys()].sort((one, two) => two.length - one.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}@])(?:${labels.map(quote).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  let out = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    out += escapeText(text.slice(from, match.index)) + (targets.get(match[0]) ?? '');
    from = match.index + match[0].length;
  }
  return out + escapeText(text.slice(from));
}

/** The way back, for editing. */
export function decodeDraft(wire: string, nameOf: (user: string) => string): Draft {
  const mentions = new Map<string, Mention>();
  const open = wire.replace(
    /<(?:@([UW]\w+)|!(channel|here|everyone)|([^<>@!|]+)(?:\|[^<>]*)?)>/g,
    (all: string, user?: string, range?: string, other?: string) => {
      if (range !== undefined) return `@${range}`;
      if (other !== undefined) return other;
      if (user === undefined) return all;
      const label = `@${nameOf(user)}`;
      mentions.set(label, { label, user });
      return escapeText(label);
    },
  );
  return { text: unescapeText(open), mentions: [...mentions.values()] };
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
