import { escapeText, unescapeText } from './escape';
import { parseMrkdwn } from './parse';
import type { Block } from './tree';

export interface Mention {
  /** As it stands in the text, with its `@`. */
  label: string;
  user: string;
}

/** What stands in the composer: words with their signs, and who is meant by which of them. */
export interface Draft {
  text: string;
  mentions: readonly Mention[];
  /** The same as it travels; words that were typed without the editor have none. */
  wire?: string;
  /** The same as the editor has it: signs that are meant are told from those that are not. */
  tree?: readonly Block[];
  /** Places in the editor's document. */
  selection?: Selected;
}

export interface Selected {
  anchor: number;
  head: number;
}

export const emptyDraft: Draft = { text: '', mentions: [] };

const broadcasts = ['channel', 'here', 'everyone'];

/** The message as it travels. */
export function encodeDraft({ text, mentions, wire }: Draft): string {
  if (wire !== undefined) return wire;
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
  return { text: unescapeText(open), mentions: [...mentions.values()], wire };
}

/** What a draft says. */
export function treeOfDraft(draft: Draft): readonly Block[] {
  return draft.tree ?? parseMrkdwn(encodeDraft(draft));
}

/** Whether two drafts say the same, wherever the caret is. */
export function sameDraft(one: Draft, two: Draft): boolean {
  if (encodeDraft(one) !== encodeDraft(two)) return false;
  return JSON.stringify(one.tree) === JSON.stringify(two.tree);
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
