import { lazy, type ComponentType } from 'react';

/** Parts of the program that are not needed for the first paint. */
const parts: (() => Promise<unknown>)[] = [];

const pauseMs = 2000;
const reloadKey = 'parley:reloaded';
const againMs = 60_000;

/** A component that is loaded when it is first needed, or before that while the page idles. */
export function part<P extends object>(load: () => Promise<ComponentType<P>>) {
  parts.push(load);
  return lazy(() => patiently(async () => ({ default: await load() })));
}

/** Loads all parts while nothing else is to be done, so that they are there without a network. */
export function loadPartsWhenIdle(): void {
  const next = () => {
    const load = parts.shift();
    if (load === undefined) return;
    whenIdle(() => {
      load().then(next, next);
    });
  };
  next();
}

/** A part of an older build is gone: the newest page has the right ones. Without an answer it waits. */
export async function onPartLost(): Promise<void> {
  const before = Number(sessionStorage.getItem(reloadKey) ?? 0);
  if (Date.now() - before < againMs || !(await answers())) return;
  sessionStorage.setItem(reloadKey, String(Date.now()));
  location.reload();
}

/** Tries again for as long as the server does not answer at all. */
export async function patiently<T>(load: () => Promise<T>, wait = pause): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (await answers()) throw error;
      await wait();
    }
  }
}

async function answers(): Promise<boolean> {
  try {
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

export function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: pauseMs });
  else setTimeout(then, pauseMs);
}
