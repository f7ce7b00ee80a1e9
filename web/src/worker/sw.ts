/**
 * Keeps the page and all its parts for when there is no network. It never answers calls, and what
 * it keeps says nothing of anybody. Without imports: `tools/serviceWorker.ts` makes `sw.js` of it.
 */
declare const self: ServiceWorkerGlobalScope;
/** Another one whenever anything of the page changes. */
declare const BUILD: string;
/** The part that the page begins with. */
declare const ENTRY: string;
/** Paths whose names change with what is in them. */
declare const PARTS: readonly string[];
/** Paths that keep their names. */
declare const LOOSE: readonly string[];

interface Route {
  condition: { urlPattern: { pathname: string } };
  source: 'network' | { cacheName: string };
}

/** Of what leads past the worker some browsers take note, which saves starting it. */
type Routing = ExtendableEvent & { addRoutes?: (routes: readonly Route[]) => Promise<void> };

const family = 'parley-page-';
const cacheName = family + BUILD;
const page = '/';
/** What the server answers that is not of the page: the worker has no part in it. */
const past = [
  '/api/',
  '/faces/',
  '/pictures/',
  '/operator/',
  '/services/',
  '/healthz',
  '/readyz',
  '/metrics',
];
/** A server that takes longer to answer is as good as away. */
const patienceMs = 4000;

self.addEventListener('install', (event) => {
  const routing: Routing = event;
  const routes = ['/api/*', '/faces/*', '/emoji/*', '/pictures/*'].map((pathname): Route => ({
    condition: { urlPattern: { pathname } },
    source: 'network',
  }));
  const parts = { condition: { urlPattern: { pathname: '/assets/*' } }, source: { cacheName } };
  event.waitUntil(Promise.all([keep(), routing.addRoutes?.([...routes, parts])]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (past.some((start) => pathname.startsWith(start))) return;
  if (mode === 'navigate') event.respondWith(orKept(page, preloaded(event)));
  else if (PARTS.includes(pathname)) event.respondWith(partAt(event.request));
  else if (LOOSE.includes(pathname)) event.respondWith(orKept(pathname, fetch(event.request)));
});

/** Takes all of this build, or nothing: a server that gives another one is asked again later. */
async function keep(): Promise<void> {
  const answer = await fetch(page, { cache: 'no-cache' });
  if (!answer.ok || !(await answer.clone().text()).includes(ENTRY)) {
    throw new Error(`GET ${page}: ${answer.status}, another build (expected: ${BUILD})`);
  }
  const cache = await caches.open(cacheName);
  await cache.addAll([...LOOSE, ...PARTS]);
  await cache.put(page, answer);
  await self.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(family) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  // Safari has none.
  const preload = self.registration.navigationPreload as NavigationPreloadManager | undefined;
  await preload?.enable();
}

/** What the browser has asked for while the worker started. */
async function preloaded(event: FetchEvent): Promise<Response> {
  const answer = (await event.preloadResponse) as Response | undefined;
  return answer ?? fetch(event.request);
}

/** What the server says, or what is kept if it says nothing, or that it cannot answer. */
async function orKept(path: string, asked: Promise<Response>): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer !== undefined && answer.status < 500) return answer;
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? asked;
}

async function partAt(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request)) ?? fetch(request);
}

export {};
