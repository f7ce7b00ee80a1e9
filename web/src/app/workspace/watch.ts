export interface PageWatch {
  stop: () => void;
}

const tickMs = 5000;
const sleptMs = 30_000;

/** Notices when the network comes back, the page is shown again or the machine wakes up. */
export function watchPage(
  onNudge: (woke: boolean) => void,
  onOnline: (online: boolean) => void,
  onHide: () => void,
): PageWatch {
  const stopped = new AbortController();
  const { signal } = stopped;
  const nudge = () => onNudge(false);
  window.addEventListener(
    'online',
    () => {
      onOnline(true);
      nudge();
    },
    { signal },
  );
  window.addEventListener('offline', () => onOnline(false), { signal });
  window.addEventListener('focus', nudge, { signal });
  window.addEventListener('pagehide', onHide, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') nudge();
      else onHide();
    },
    { signal },
  );
  let last = Date.now();
  const clock = setInterval(() => {
    const now = Date.now();
    if (now - last > tickMs + sleptMs) onNudge(true);
    last = now;
  }, tickMs);
  return {
    stop: () => {
      clearInterval(clock);
      stopped.abort();
    },
  };
}
