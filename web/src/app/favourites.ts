import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Counts = Readonly<Record<string, number>>;

const key = 'parley.emoji';
const usual = ['+1', 'tada', 'eyes', 'heart', 'joy', 'white_check_mark', 'pray', 'rocket', 'wave'];
const most = 60;

const store = createStore<Counts>(() => read());

/** The emoji that somebody uses most in this browser, those first; the usual ones after them. */
export function useFavourites(count: number): readonly string[] {
  const counts = useStore(store);
  return useMemo(() => favouritesOf(counts, count), [counts, count]);
}

/** @param said with or without a skin tone, which is not counted */
export function noteUse(said: string): void {
  const name = untoned(said);
  const counts = store.getState();
  const next = { ...counts, [name]: (counts[name] ?? 0) + 1 };
  const kept = Object.entries(next).sort(([, one], [, two]) => two - one);
  store.setState(Object.fromEntries(kept.slice(0, most)), true);
  try {
    localStorage.setItem(key, JSON.stringify(store.getState()));
  } catch {
    // It lasts as long as the page.
  }
}

/** Whoever signs out leaves nothing of it to the next one. */
export function forgetUses(): void {
  store.setState({}, true);
  try {
    localStorage.removeItem(key);
  } catch {
    // There is none.
  }
}

export function favouritesOf(counts: Counts, count: number): string[] {
  const used = Object.entries(counts)
    .sort(([, one], [, two]) => two - one)
    .map(([name]) => untoned(name));
  return [...new Set([...used, ...usual])].slice(0, count);
}

const untoned = (name: string) => name.replace(/::.*/u, '');

function read(): Counts {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const counts = Object.entries(value).filter(([, count]) => typeof count === 'number');
    return Object.fromEntries(counts);
  } catch {
    return {};
  }
}
