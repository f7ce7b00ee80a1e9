import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { millisOf } from '../../../store/ts';

interface MetaProps {
  id: string;
  message: Message;
  starred: boolean;
  formats: Formats;
}

/** What is said of a message after who wrote it and what: when, and what became of it. */
export function Meta({ id, message, starred, formats }: MetaProps) {
  const say = useSay();
  const { edited, reply_count: replies = 0, reactions = [], pinned_to: pinned = [] } = message;
  const given = reactions.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    formats.time(millisOf(message.ts)),
    edited === undefined ? undefined : say('message.meta.edited'),
    replies > 0 ? say('thread.replies', { count: replies }) : undefined,
    given > 0 ? say('message.meta.reactions', { count: given }) : undefined,
    starred ? say('message.saved') : undefined,
    pinned.length > 0 ? say('message.pinned') : undefined,
  ];
  return (
    <span id={id} hidden>
      {parts.flatMap((part) => part ?? []).join(', ')}
    </span>
  );
}
