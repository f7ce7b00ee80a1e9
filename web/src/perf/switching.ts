import { list, openChannel, rowsOf } from './page';
import { measure, type Waits } from './waits';
import { afterPaint } from './painted';

const giveUpMs = 15_000;

/** `switch-hot`, `switch-warm`, `switch-cold` (the header) and `switch-cold-rest` (after the answer). */
export function watchSwitching(waits: Waits, signal: AbortSignal): void {
  let inputMs = 0;
  for (const type of ['click', 'keydown', 'popstate'] as const) {
    window.addEventListener(type, (event) => (inputMs = event.timeStamp), {
      capture: true,
      signal,
    });
  }
  const source = watchSources(signal);
  let open = openChannel();
  let shown = list();
  waits.onChange(() => {
    const now = openChannel();
    if (now !== open && now !== undefined && open !== undefined) {
      const [before, startMs] = [shown, inputMs];
      afterPaint((headerMs) => {
        const isShown = () => list() !== before && rowsOf(list()).length > 0;
        const onPainted = (at: number) => {
          const found = source.since(startMs);
          if (found.answeredMs === undefined) {
            measure(found.read ? 'switch-warm' : 'switch-hot', startMs, at);
            return;
          }
          measure('switch-cold', startMs, headerMs);
          measure('switch-cold-rest', found.answeredMs, at);
        };
        if (isShown()) onPainted(headerMs);
        else waits.add({ name: () => undefined, startMs, isShown, giveUpMs, onPainted });
      });
    }
    open = now;
    // Not looked for at each change: that would take a part of what is measured.
    if (shown?.isConnected !== true) shown = list();
  });
}

interface Source {
  read: boolean;
  /** When the server's answer was there. */
  answeredMs: number | undefined;
}

/** Where messages came from since a time: the server, the disk, or neither. */
function watchSources(signal: AbortSignal): { since: (ms: number) => Source } {
  let readMs = -1;
  let answer: PerformanceEntry | undefined;
  const take = (entries: PerformanceEntryList) => {
    answer = entries.findLast(({ name }) => name.includes('/api/client.history')) ?? answer;
  };
  const observer = new PerformanceObserver((entries) => take(entries.getEntries()));
  observer.observe({ type: 'resource' });
  const get = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'get')?.value as
    ((this: IDBObjectStore, key: IDBValidKey) => IDBRequest) | undefined;
  if (get !== undefined) {
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key as IDBValidKey);
      if (this.name === 'pages' && this.transaction.mode === 'readonly') {
        request.addEventListener('success', () => {
          if (request.result !== undefined) readMs = performance.now();
        });
      }
      return request;
    };
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (get !== undefined) IDBObjectStore.prototype.get = get;
  });
  return {
    since: (ms) => {
      take(observer.takeRecords());
      const isNew = answer !== undefined && answer.startTime >= ms;
      const answeredMs =
        isNew && answer !== undefined ? answer.startTime + answer.duration : undefined;
      return { read: readMs >= ms, answeredMs };
    },
  };
}
