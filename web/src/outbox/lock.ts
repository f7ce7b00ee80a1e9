export interface Lease {
  holder: string;
  until: number;
}

/** A record that all tabs share; `swap` is one atomic read and write. */
export interface LeaseRecord {
  swap: (change: (lease: Lease | undefined) => Lease | undefined) => Promise<Lease | undefined>;
}

/** What tabs say to each other about the lease: is that holder there, it is, it is mine now. */
export interface LeaseWord {
  say: 'ask' | 'here' | 'taken';
  holder: string;
}

export interface LeaseBus {
  post: (word: LeaseWord) => void;
  listen: (listener: (word: LeaseWord) => void) => void;
  close: () => void;
}

export interface LockParts {
  name: string;
  locks: LockManager | undefined;
  lease: LeaseRecord;
  bus: () => LeaseBus;
  holder: string;
  now: () => number;
}

/** Held by exactly one tab: a Web Lock, or a lease of 5 s where there are none. */
export function holdLock(parts: LockParts, onHeld: (held: boolean) => void): () => void {
  return parts.locks === undefined
    ? holdLease(parts, onHeld)
    : holdWebLock(parts.locks, parts.name, onHeld);
}

function holdWebLock(
  locks: LockManager,
  name: string,
  onHeld: (held: boolean) => void,
): () => void {
  const giveUp = new AbortController();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void locks
    .request(name, { signal: giveUp.signal }, () => {
      onHeld(true);
      return held;
    })
    .catch(() => undefined);
  return () => {
    giveUp.abort();
    release();
    onHeld(false);
  };
}

/** Comes late: most pages have Web Locks. */
function holdLease(parts: LockParts, onHeld: (held: boolean) => void): () => void {
  let stop: () => void = () => undefined;
  let stopped = false;
  void import('./lease').then(({ LeaseKeeper }) => {
    if (stopped) return;
    const keeper = new LeaseKeeper(parts, onHeld);
    keeper.start();
    stop = () => keeper.stop();
  });
  return () => {
    stopped = true;
    stop();
  };
}
