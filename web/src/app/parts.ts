import { lazy, type ComponentType } from 'react';
import { whenIdle } from './whenIdle';

/** Parts of the program that are not needed for the first paint. */
const parts: (() => Promise<unknown>)[] = [];

const pauseMs = 2000;
const unpaintedMs = 500;
const reloadKey = 'parley:reloaded';
const againMs = 60_000;

/** A component that is loaded when it is first needed, or before that while the page idles. */
export function part<P extends object>(load: () => Promise<ComponentType<P>>) {
  return partAfter(load, () => Promise.resolve());
}

/** One that nobody waits for: what is drawn with it is seen before it is loaded. */
export function laterPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  return partAfter(load, nextPaint);
}

function partAfter<P extends object>(
  load: () => Promise<ComponentType<P>>,
  turn: () => Promise<void>,
) {
  let loaded: { default: ComponentType<P> } | undefined;
  const ready = async () => (loaded ??= { default: await load() });
  parts.push(ready);
  return lazy(() => (loaded === undefined ? turn().then(() => patiently(ready)) : atOnce(loaded)));
}

/** A page that is not looked at paints nothing. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, unpaintedMs);
  });
}

/** What is no component, but is to be there as well before somebody asks for it. */
export function fetchWhenIdle(load: () => Promise<unknown>): void {
  parts.push(load);
}

/** For a promise React shows nothing at first, and then waits 300 ms with what took no time. */
function atOnce<T>(value: T): Promise<T> {
  return { then: (take: (value: T) => unknown) => take(value) } as unknown as Promise<T>;
}

/** Loads all parts while nothing else is to be done, and keeps them for when there is no network. */
export function loadPartsWhenIdle(): void {
  const next = () => {
    const load = parts.shift();
    if (load === undefined) return void import('./keepPage').then(({ keepPage }) => keepPage());
    whenIdle(() => {
      load().then(next, next);
    });
  };
  next();
}

/**
 * A part of an older build is gone: the newest page has the right ones. One that did not come
 * because the line was down is still there, and is tried again.
 */
export async function onPartLost(error: Error): Promise<void> {
  const before = Number(sessionStorage.getItem(reloadKey) ?? 0);
  if (Date.now() - before < againMs) return;
  // Safari does not say which one.
  const address = /(https?:\/)?\/\S+/.exec(error.message)?.[0];
  if (!(await (address === undefined ? answers() : isGone(address)))) return;
  sessionStorage.setItem(reloadKey, String(Date.now()));
  location.reload();
}

/** Tries again for as long as the server does not answer at all. */
export async function patiently<T>(load: () => Promise<T>, wait = pause): Promise<T> {
  for (let answered = false; ;) {
    try {
      return await load();
    } catch (error) {
      const there = await answers();
      // The line may be up again just now.
      if (there && answered) throw error;
      answered = there;
      if (!there) await wait();
    }
  }
}

async function isGone(address: string): Promise<boolean> {
  try {
    const { ok } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    return !ok;
  } catch {
    return false;
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
