export interface PageWatch {
  stop: () => void;
}

export interface WatchParts {
  onNudge: (woke: boolean) => void;
  onOnline: (online: boolean) => void;
  onHide: () => void;
  /** Nobody has looked for long. */
  onRest: () => void;
}

const tickMs = 5000;
const sleptMs = 30_000;
const restMs = 30 * 60_000;

/** Notices when the network comes back, the page is shown again, has long been hidden, or the machine wakes up. */
export function watchPage({ onNudge, onOnline, onHide, onRest }: WatchParts): PageWatch {
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
  let rest = restFrom();
  function restFrom() {
    return document.visibilityState === 'hidden' ? setTimeout(onRest, restMs) : undefined;
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(rest);
      rest = restFrom();
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
      clearTimeout(rest);
      stopped.abort();
    },
  };
}
