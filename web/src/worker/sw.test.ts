import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { workerCode } from '../../tools/serviceWorker.ts';

const html = '<script type="module" src="/assets/index-1.js"></script>';
const built = {
  build: 'b1',
  entry: '/assets/index-1.js',
  parts: ['/assets/index-1.js', '/assets/late-2.js'],
  loose: ['/theme.js'],
};

type Answer = (path: string) => Promise<Response>;
type Listener = (event: object) => void;

/** Cache storage in memory: what each cache has, by path. */
class Caches {
  readonly all = new Map<string, Map<string, Response>>();

  constructor(private readonly answer: () => Answer) {}

  readonly keys = () => Promise.resolve([...this.all.keys()]);
  readonly delete = (name: string) => Promise.resolve(this.all.delete(name));

  readonly open = (name: string) => {
    const kept = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, kept);
    const path = (of: string | Request) => (typeof of === 'string' ? of : pathOf(of.url));
    return Promise.resolve({
      match: (of: string | Request) => Promise.resolve(kept.get(path(of))?.clone()),
      put: (of: string, response: Response) => Promise.resolve(void kept.set(of, response)),
      addAll: async (paths: string[]) => {
        const answers = await Promise.all(paths.map((each) => this.answer()(each)));
        if (answers.some(({ ok }) => !ok)) throw new TypeError('not all');
        paths.forEach((each, at) => kept.set(each, answers[at]!));
      },
    });
  };
}

const pathOf = (url: string) => new URL(url).pathname;

const online: Answer = (path) => {
  const body = path === '/' || path.startsWith('/w/') ? html : `content of ${path}`;
  return Promise.resolve(new Response(body));
};
const away: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const failing: Answer = () => Promise.resolve(new Response('Bad gateway', { status: 502 }));

/** The worker of a build, in a browser that has kept something already. */
async function start(told = built) {
  const listeners = new Map<string, Listener>();
  const net = { answer: online };
  const caches = new Caches(() => net.answer);
  const self = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    location: { origin: 'https://chat.test' },
    skipWaiting: () => Promise.resolve(),
    registration: {},
  };
  const fetch = (of: string | Request) => net.answer(typeof of === 'string' ? of : pathOf(of.url));
  const later = (work: () => void, ms: number) => setTimeout(work, ms);
  runInNewContext(await workerCode(told), { self, caches, fetch, URL, setTimeout: later });
  const lived = async (type: string) => {
    let work: unknown;
    listeners.get(type)!({ waitUntil: (promise: unknown) => (work = promise) });
    await work;
  };
  const get = (path: string, request: object = {}) => {
    let answer: Promise<Response> | undefined;
    listeners.get('fetch')!({
      request: { method: 'GET', mode: 'cors', url: `https://chat.test${path}`, ...request },
      preloadResponse: Promise.resolve(undefined),
      respondWith: (promise: Promise<Response>) => (answer = promise),
    });
    return answer;
  };
  const text = async (path: string, request?: object) => (await get(path, request))?.text();
  return { net, caches, lived, get, text };
}

const navigation = { mode: 'navigate' };

test('without a network, or a server that answers, there is the page with its parts', async () => {
  const { net, lived, text } = await start();
  await lived('install');
  for (const answer of [away, failing]) {
    net.answer = answer;
    expect(await text('/w/acme/c/C1', navigation)).toBe(html);
    expect(await text('/assets/late-2.js')).toBe('content of /assets/late-2.js');
    expect(await text('/theme.js')).toBe('content of /theme.js');
  }
});

test('with a network the page is the newest, and a server that hangs is not waited for', async () => {
  const { net, lived, text } = await start();
  await lived('install');
  net.answer = () => Promise.resolve(new Response('newest'));
  expect(await text('/w/acme', navigation)).toBe('newest');

  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  net.answer = () => new Promise(() => undefined);
  const answer = text('/w/acme', navigation);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await answer).toBe(html);
});

test('calls, what is sent, and other hosts are none of its business', async () => {
  const { lived, get } = await start();
  await lived('install');
  expect(get('/api/client.boot')).toBeUndefined();
  expect(get('/pictures/T1/logo.png', navigation)).toBeUndefined();
  expect(get('/metrics', navigation)).toBeUndefined();
  expect(get('/', { ...navigation, method: 'POST' })).toBeUndefined();
  expect(get('', { url: 'https://elsewhere.test/', ...navigation })).toBeUndefined();
});

test('a server that gives another build, or not all of it, is asked again later', async () => {
  const { net, caches, lived } = await start({ ...built, entry: '/assets/index-9.js' });
  await expect(lived('install')).rejects.toThrow('another build');
  const half = await start();
  half.net.answer = (path) => (path.startsWith('/assets/late') ? failing(path) : online(path));
  await expect(half.lived('install')).rejects.toThrow();
  expect([...caches.all.keys()]).toEqual([]);
  expect(net.answer).toBe(online);
});

test('a newer build takes the place of the older, and leaves what others keep', async () => {
  const { caches, lived } = await start();
  await caches.open('parley-page-b0');
  await caches.open('other');
  await lived('install');
  await lived('activate');
  expect([...caches.all.keys()].sort()).toEqual(['other', 'parley-page-b1']);
});
