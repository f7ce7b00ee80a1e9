import { composer, list, rowsOf } from './page';
import { measure, type Waits } from './waits';

const giveUpMs = 60_000;

/**
 * `boot-warm`, or `boot-cold-shell` and `boot-cold` when the server was asked for the state. A page
 * that is shown in the background starts when it is looked at: it is left out.
 */
export function watchBooting(waits: Waits): void {
  if (document.visibilityState === 'hidden') return;
  let shellMs = 0;
  waits.add({
    name: () => undefined,
    startMs: 0,
    giveUpMs,
    isShown: () => document.querySelector('[data-region="sidebar"]') !== null,
    onPainted: (at) => (shellMs = at),
  });
  waits.add({
    name: () => (asked() ? 'boot-cold' : 'boot-warm'),
    startMs: 0,
    giveUpMs,
    isShown: () => rowsOf(list()).length > 0 && composer() !== null,
    onPainted: () => {
      if (asked()) measure('boot-cold-shell', 0, shellMs);
    },
  });
  waits.look();
}

function asked(): boolean {
  const calls = performance.getEntriesByType('resource');
  return calls.some(({ name }) => name.includes('/api/client.boot'));
}
