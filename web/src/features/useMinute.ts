import { useWorkspaceState } from '../app/context';
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

/** The same by the server's clock. */
export function useServerMinute(): number {
  return useMinute() + useWorkspaceState((state) => state.clockSkewMs);
}

/** The time, a minute at a time: one clock for all who show it. */
export function useMinute(): number {
  return useSyncExternalStore(listen, () => Math.floor(Date.now() / minuteMs) * minuteMs);
}
