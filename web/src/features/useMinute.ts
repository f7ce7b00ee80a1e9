import { useWorkspace, useWorkspaceState } from '../app/context';
import { useSyncExternalStore } from 'react';

const minuteMs = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((each) => each()), minuteMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What the server's clock says, when asked. */
export function useServerNow(): () => number {
  const { parts, store } = useWorkspace();
  return () => parts.now() + store.getState().clockSkewMs;
}

/** The time by the server's clock, a minute at a time. */
export function useServerMinute(): number {
  return useMinute() + useWorkspaceState((state) => state.clockSkewMs);
}

/** What changes with the time alone, looked at every minute. */
export function useMinutely<T extends string | number | boolean>(read: () => T): T {
  return useSyncExternalStore(listen, read);
}

/** The time, a minute at a time: one clock for all who show it. */
export function useMinute(): number {
  return useMinutely(() => Math.floor(Date.now() / minuteMs) * minuteMs);
}
