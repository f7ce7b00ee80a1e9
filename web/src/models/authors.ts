import type { Message } from '../protocol/generated';
import { emojiOf } from '../richtext/emoji';

/** As whom a message shows its author: an app may say another name for each message. */
export function authorOf(message: Message, nameOf: (user: string) => string): string {
  return message.username ?? nameOf(message.user);
}

/** Whether two messages show the same author. */
export function haveSameAuthor(one: Message, two: Message): boolean {
  return (
    one.user === two.user && one.username === two.username && one.icons?.emoji === two.icons?.emoji
  );
}

/** The emoji that an app chose for its face; undefined if there is none that the page knows. */
export function faceEmojiOf({ icons }: Message): string | undefined {
  return icons?.emoji === undefined ? undefined : emojiOf(icons.emoji.replaceAll(':', ''));
}

/** What is shown of a message: its text, or else what its attachments say in plain words. */
export function wordsOf({ text, attachments }: Pick<Message, 'text' | 'attachments'>): string {
  if (text.trim() !== '' || attachments === undefined) return text;
  return attachments.flatMap(wordsOfAttachment).join('\n');
}

function wordsOfAttachment(attachment: unknown): string[] {
  if (typeof attachment !== 'object' || attachment === null) return [];
  const fields = attachment as Record<string, unknown>;
  const parts = ['pretext', 'title', 'text'].flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  });
  if (parts.length > 0) return parts;
  return typeof fields.fallback === 'string' ? [fields.fallback] : [];
}
