import type { Ts } from '../protocol/generated';

/** Before every message, and after every message. */
export const beforeAll: Ts = '0';
export const afterAll: Ts = '9'.repeat(24);

export function compareTs(one: Ts, two: Ts): number {
  if (one === two) return 0;
  const [left, right] = [seconds(one), seconds(two)];
  if (left.length !== right.length) return left.length - right.length;
  return one < two ? -1 : 1;
}

function seconds(ts: Ts): string {
  const dot = ts.indexOf('.');
  return dot < 0 ? ts : ts.slice(0, dot);
}

/** Milliseconds since 1970. */
export function millisOf(ts: Ts): number {
  return Math.floor(Number(ts) * 1000);
}

/** The instant at so many milliseconds since 1970. */
export function tsOfMillis(ms: number): Ts {
  const seconds = Math.floor(ms / 1000);
  return `${seconds}.${String(ms - seconds * 1000).padStart(3, '0')}000`;
}

/** The instant before one, as short as can be told. */
export function justBefore(ts: Ts): Ts {
  const micros = BigInt(ts.replace('.', '')) - 1n;
  const digits = micros.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
