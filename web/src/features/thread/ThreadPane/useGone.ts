import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { Ts } from '../../../protocol/generated';
import { placeOf } from '../../../store/places';
import type { History } from '../../../store/state';

/** Whether the message that a thread hangs on is not there: deleted, or never written. */
export function useGone(channel: string, thread: Ts): boolean {
  const { pages } = useWorkspace();
  const place = placeOf(channel, thread);
  const absent = useWorkspaceState((state) => state.loads[place]?.window === 'absent');
  const deleted = useWorkspaceState((state) => lacks(state.histories[place], thread));
  // Who comes back asks anew.
  useEffect(() => (absent ? () => pages.forgive(place) : undefined), [absent, pages, place]);
  return absent || deleted;
}

/** Whether a thread is known from its beginning, but for its first message. */
function lacks(history: History | undefined, ts: Ts): boolean {
  const first = history?.stale === false ? history.segments[0] : undefined;
  if (first === undefined || first.hasOlder) return false;
  return first.messages[0]?.ts !== ts;
}
