import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import type { Json } from '../../../protocol/generated';

export interface ScheduledMessage {
  id: string;
  channel_id: string;
  /** Seconds. */
  post_at: number;
  text: string;
  /** What the text cannot say. */
  blocks?: Json[] | undefined;
  /** The message that it answers, and whether the channel sees that too. */
  thread_ts?: string;
  reply_broadcast?: boolean;
}

export type Change = Partial<Pick<ScheduledMessage, 'text' | 'blocks' | 'post_at'>>;

export interface ScheduledList {
  /** Nothing until the server has answered. */
  list: readonly ScheduledMessage[] | undefined;
  refusal: string | undefined;
  /** True if it was done. */
  remove: (message: ScheduledMessage) => Promise<boolean>;
  add: (message: ScheduledMessage) => Promise<boolean>;
  change: (message: ScheduledMessage, change: Change) => Promise<boolean>;
  sendNow: (message: ScheduledMessage) => Promise<boolean>;
}

interface Page {
  scheduled_messages: ScheduledMessage[];
  response_metadata?: { next_cursor: string };
}

const dayMs = 86_400_000;
/** What is due is gone that much later. */
const graceMs = 3000;

/** The person's messages that go out later. */
export function useScheduled(): ScheduledList {
  const { parts, outbox } = useWorkspace();
  const { call, now } = parts;
  const skewMs = useWorkspaceState((state) => state.clockSkewMs);
  const [list, setList] = useState<readonly ScheduledMessage[]>();
  const [refusal, setRefusal] = useState<string>();

  const read = useCallback(async () => {
    const found: ScheduledMessage[] = [];
    let cursor = '';
    do {
      const args = cursor === '' ? {} : { cursor };
      const outcome = await call<Page>('client.scheduled.list', args);
      setRefusal(refusalOf(outcome));
      if (outcome.kind !== 'ok') return;
      found.push(...outcome.answer.scheduled_messages);
      cursor = outcome.answer.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    setList(found.sort((one, two) => one.post_at - two.post_at));
  }, [call]);
  useEffect(() => void read(), [read]);

  // What goes out leaves the list.
  const next = list?.[0]?.post_at;
  useEffect(() => {
    if (next === undefined) return;
    const waitMs = Math.min(dayMs, Math.max(0, next * 1000 - now() - skewMs) + graceMs);
    const timer = setTimeout(() => void read(), waitMs);
    return () => clearTimeout(timer);
  }, [next, now, skewMs, read]);

  const cancel = async ({ channel_id: channel, id }: Pick<ScheduledMessage, 'channel_id' | 'id'>) =>
    refusalOf(await call('chat.deleteScheduledMessage', { channel, scheduled_message_id: id }));
  const schedule = async (message: ScheduledMessage) => {
    const { channel_id: channel, text, blocks, post_at, thread_ts, reply_broadcast } = message;
    const args = { channel, text, blocks, post_at, thread_ts, reply_broadcast };
    return call<{ scheduled_message_id: string }>('chat.scheduleMessage', args);
  };
  const tell = async (refused: string | undefined) => {
    await read();
    setRefusal(refused);
    return refused === undefined;
  };

  return {
    list,
    refusal,
    remove: async (message) => tell(await cancel(message)),
    add: async (message) => tell(refusalOf(await schedule(message))),
    // First the new one: what is scheduled is never lost on the way.
    change: async (message, change) => {
      const made = await schedule({ ...message, ...change });
      if (made.kind !== 'ok') return tell(refusalOf(made));
      const refused = await cancel(message);
      // The old one went out meanwhile, so the new one must not.
      if (refused !== undefined) {
        const { scheduled_message_id: id } = made.answer;
        await cancel({ channel_id: message.channel_id, id });
      }
      return tell(refused);
    },
    // First the old one goes: it must not be said twice. The queue keeps what it is given.
    sendNow: async (message) => {
      const refused = await cancel(message);
      if (refused === undefined) {
        const { channel_id: channel, text, blocks, thread_ts: thread, reply_broadcast } = message;
        outbox.send({ channel, text, blocks, thread, broadcast: reply_broadcast });
      }
      return tell(refused);
    },
  };
}
