export interface Lease {
  holder: string;
  until: number;
}

/** A record that all tabs share; `swap` is one atomic read and write. */
export interface LeaseRecord {
  swap: (change: (lease: Lease | undefined) => Lease | undefined) => Promise<Lease | undefined>;
}

export interface LockParts {
  name: string;
  locks: LockManager | undefined;
  lease: LeaseRecord;
  holder: string;
  now: () => number;
}

const leaseMs = 5000;
const renewMs = 2000;

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

function holdLease({ lease, holder, now }: LockParts, onHeld: (held: boolean) => void) {
  let holding = false;
  const set = (next: boolean) => {
    if (next === holding) return;
    holding = next;
    onHeld(next);
  };
  const renew = async () => {
    const mine = await lease.swap((found) => {
      const free = found === undefined || found.holder === holder || found.until < now();
      return free ? { holder, until: now() + leaseMs } : found;
    });
    set(mine?.holder === holder);
  };
  const tick = () => void renew().catch(() => set(true));
  const timer = setInterval(tick, renewMs);
  tick();
  return () => {
    clearInterval(timer);
    set(false);
    void lease
      .swap((found) => (found?.holder === holder ? undefined : found))
      .catch(() => undefined);
  };
}
