import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';

export interface Reminder {
  id: string;
  text: string;
  recurring: boolean;
  /** Seconds; of those that come once. */
  time?: number;
  /** Seconds; 0 while it is open. */
  complete_ts?: number;
  recurrence?: { frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' };
}

export interface ReminderList {
  /** Nothing until the server has answered. */
  reminders: readonly Reminder[] | undefined;
  refusal: string | undefined;
  again: () => Promise<void>;
  /** True if it was done. */
  complete: (reminder: Reminder) => Promise<boolean>;
  remove: (reminder: Reminder) => Promise<boolean>;
  add: (reminder: Reminder) => Promise<boolean>;
}

/** What the person is to be reminded of, and what is done about it. */
export function useReminders(): ReminderList {
  const { call } = useWorkspace().parts;
  const [reminders, setReminders] = useState<readonly Reminder[]>();
  const [refusal, setRefusal] = useState<string>();
  const again = useCallback(async () => {
    const outcome = await call<{ reminders: Reminder[] }>('reminders.list');
    if (outcome.kind === 'ok') setReminders(outcome.answer.reminders);
    setRefusal(refusalOf(outcome));
  }, [call]);
  useEffect(() => void again(), [again]);

  const act = async (method: string, args: Record<string, unknown>) => {
    const refused = refusalOf(await call(method, args));
    if (refused === undefined || refused === 'not_found') await again();
    else setRefusal(refused);
    return refused === undefined;
  };
  return {
    reminders,
    refusal,
    again,
    complete: ({ id }) => act('reminders.complete', { reminder: id }),
    remove: ({ id }) => act('reminders.delete', { reminder: id }),
    add: ({ text, time }) => act('reminders.add', { text, time: String(time) }),
  };
}
