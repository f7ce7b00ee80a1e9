import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';

export interface ScheduledMessage {
  id: string;
  channel_id: string;
  /** Seconds. */
  post_at: number;
  text?: string;
}

export interface ScheduledList {
  /** Nothing until the server has answered. */
  list: readonly ScheduledMessage[] | undefined;
  refusal: string | undefined;
  remove: (message: ScheduledMessage) => Promise<void>;
  move: (message: ScheduledMessage, postAt: number) => Promise<void>;
}

/** The person's messages that go out later. */
export function useScheduled(): ScheduledList {
  const { call } = useWorkspace().parts;
  const [list, setList] = useState<readonly ScheduledMessage[]>();
  const [refusal, setRefusal] = useState<string>();
  const read = useCallback(async () => {
    const outcome = await call<{ scheduled_messages: ScheduledMessage[] }>(
      'chat.scheduledMessages.list',
    );
    if (outcome.kind === 'ok') setList(outcome.answer.scheduled_messages);
    setRefusal(refusalOf(outcome));
  }, [call]);
  useEffect(() => void read(), [read]);

  const cancel = async ({ channel_id: channel, id }: ScheduledMessage) =>
    refusalOf(await call('chat.deleteScheduledMessage', { channel, scheduled_message_id: id }));
  return {
    list,
    refusal,
    remove: async (message) => {
      const refused = await cancel(message);
      await read();
      setRefusal(refused);
    },
    // First the new one: what is scheduled is never lost on the way.
    move: async (message, postAt) => {
      const { channel_id: channel, text } = message;
      const made = await call('chat.scheduleMessage', { channel, text, post_at: postAt });
      const refused = refusalOf(made) ?? (await cancel(message));
      await read();
      setRefusal(refused);
    },
  };
}
