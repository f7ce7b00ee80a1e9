import { beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../../protocol/api';
import type { KeptDraft } from '../../protocol/generated';
import { tsOf } from '../../testing/builders';
import { newBook } from '../../testing/drafts';
import { DraftSync } from './draftSync';

/** What the server has, shared by all devices; each told draft is heard by whoever listens. */
class Server {
  readonly kept = new Map<string, KeptDraft>();
  readonly sent: string[] = [];
  reachable = true;
  private seconds = 1;

  readonly call = <T>(method: string, args: Record<string, unknown> = {}): Promise<Outcome<T>> => {
    if (!this.reachable) return Promise.resolve({ kind: 'unreachable' });
    if (method === 'client.drafts.list') return this.answer({ drafts: [...this.kept.values()] });
    return this.answer({ draft: this.keep(String(args.channel), String(args.text)) });
  };

  keep(channel: string, text: string): KeptDraft {
    const draft: KeptDraft = { channel, text, updated: tsOf((this.seconds += 1)) };
    this.kept.set(channel, draft);
    this.sent.push(text);
    return draft;
  }

  private answer(body: unknown): Promise<Outcome<never>> {
    return Promise.resolve({ kind: 'ok', answer: body as never });
  }
}

function device(server: Server) {
  const book = newBook();
  const sync = new DraftSync({ call: server.call, book, nameOf: (user) => user });
  const type = (text: string) => book.set('C1', { text, mentions: [] });
  const lost = () => book.lost.store.getState().map(({ text }) => text);
  return { book, sync, lost, type, text: () => book.get('C1').text };
}

beforeEach(() => {
  vi.useFakeTimers();
});

test('what is typed is told once it rests, and other devices have it', async () => {
  const server = new Server();
  const one = device(server);
  const two = device(server);
  one.type('h');
  one.type('hello');
  await vi.advanceTimersByTimeAsync(1100);

  expect(server.sent).toEqual(['hello']);
  await two.sync.meet();
  expect(two.text()).toBe('hello');
  one.type('');
  await vi.advanceTimersByTimeAsync(1100);
  const gone = server.kept.get('C1');
  if (gone !== undefined) two.sync.hear(gone);
  expect(two.text()).toBe('');
});

test('what was sent is no draft any more at once, whatever is typed elsewhere', async () => {
  const server = new Server();
  const one = device(server);
  one.type('hello');
  await vi.advanceTimersByTimeAsync(1100);
  one.type('');
  one.book.set('C2', { text: 'next', mentions: [] });
  await vi.advanceTimersByTimeAsync(1);
  expect(server.sent[1]).toBe('');

  // A page that is begun anew finds nothing.
  const again = device(server);
  await again.sync.meet();
  expect(again.text()).toBe('');
});

test('what was sent while the server was told of it is no draft at once either', async () => {
  const server = new Server();
  let answered = () => {};
  const call: typeof server.call = async (method, args) => {
    await new Promise<void>((resolve) => (answered = resolve));
    return server.call(method, args);
  };
  const book = newBook();
  new DraftSync({ call, book, nameOf: (user) => user });
  book.set('C1', { text: 'hello', mentions: [] });
  await vi.advanceTimersByTimeAsync(1100);
  book.set('C1', { text: '', mentions: [] });
  book.set('C2', { text: 'next', mentions: [] });
  answered();
  await vi.advanceTimersByTimeAsync(1);
  answered();
  await vi.advanceTimersByTimeAsync(1);

  expect(server.kept.get('C1')?.text).toBe('');
});

test('what is typed here wins over what was told before, and is never lost', async () => {
  const server = new Server();
  const one = device(server);
  const older = server.keep('C1', 'from elsewhere');
  one.type('mine');
  one.sync.hear(older);
  expect(one.text()).toBe('mine');
  expect(one.lost()).toEqual(['from elsewhere']);
  await vi.advanceTimersByTimeAsync(1100);
  one.sync.hear(older);
  expect(one.text()).toBe('mine');
});

test('what was typed while the server was away is told when it is back', async () => {
  const server = new Server();
  const one = device(server);
  server.reachable = false;
  one.type('offline');
  await vi.advanceTimersByTimeAsync(1100);
  expect(server.sent).toEqual([]);
  server.reachable = true;
  await one.sync.meet();
  await vi.advanceTimersByTimeAsync(1);
  expect(server.sent).toEqual(['offline']);
  expect(one.text()).toBe('offline');
});

test('what could not be told is told again, though nothing says that the server is back', async () => {
  const server = new Server();
  const one = device(server);
  server.reachable = false;
  one.type('offline');
  await vi.advanceTimersByTimeAsync(1100);
  server.reachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.sent).toEqual(['offline']);
});

test('what is typed while something is being told is told afterwards', async () => {
  const server = new Server();
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const book = newBook();
  const call: Server['call'] = async (method, args) => {
    await gate;
    return server.call(method, args);
  };
  new DraftSync({ call, book, nameOf: (user) => user });
  book.set('C1', { text: 'first', mentions: [] });
  await vi.advanceTimersByTimeAsync(1100);
  book.set('C1', { text: 'first and more', mentions: [] });
  await vi.advanceTimersByTimeAsync(1100);
  release();
  await vi.advanceTimersByTimeAsync(1100);

  expect(server.sent).toEqual(['first', 'first and more']);
});

test('what another device wrote while the line was down gives way, and is kept', async () => {
  const server = new Server();
  const one = device(server);
  one.type('common');
  await vi.advanceTimersByTimeAsync(1100);
  server.reachable = false;
  one.type('mine');
  await vi.advanceTimersByTimeAsync(1100);
  server.keep('C1', 'theirs');
  server.reachable = true;
  await one.sync.meet();
  await vi.advanceTimersByTimeAsync(1);

  expect(server.kept.get('C1')?.text).toBe('mine');
  expect(one.lost()).toEqual(['theirs']);
});

test('what one told oneself, or goes on with, is no loss', async () => {
  const server = new Server();
  const one = device(server);
  one.type('one');
  await vi.advanceTimersByTimeAsync(1100);
  const echo = server.kept.get('C1')!;
  one.type('two');
  one.sync.hear(echo);
  server.reachable = false;
  await vi.advanceTimersByTimeAsync(1100);
  server.reachable = true;
  await one.sync.meet();
  await vi.advanceTimersByTimeAsync(1);

  const later = device(server);
  later.type('two and three');
  later.sync.hear(server.kept.get('C1')!);
  expect([one.lost(), later.lost()]).toEqual([[], []]);
});

test('only the words that the server has are known to be there', async () => {
  const one = device(new Server());
  one.type('hello');
  await vi.advanceTimersByTimeAsync(1100);

  expect(one.sync.isTold('C1', { text: 'hello', mentions: [] })).toBe(true);
  expect(one.sync.isTold('C1', { text: 'hello, again', mentions: [] })).toBe(false);
  expect(one.sync.isTold('C2', { text: 'hello', mentions: [] })).toBe(false);
});
