// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onPartLost, patiently } from './parts';

const reload = vi.fn();
let answer: () => Promise<Response>;

beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
  vi.stubGlobal('fetch', () => answer());
  vi.stubGlobal('location', { reload });
});

afterEach(() => vi.unstubAllGlobals());

const silent = () => Promise.reject(new TypeError('Failed to fetch'));
const answering = () => Promise.resolve(new Response(''));

test('a part that is lost while the server is away reloads nothing', async () => {
  answer = silent;
  await onPartLost();
  expect(reload).not.toHaveBeenCalled();
});

test('a part of an older build has the page reloaded, once', async () => {
  answer = answering;
  await onPartLost();
  await onPartLost();
  expect(reload).toHaveBeenCalledOnce();
});

test('a part is tried again until the server answers', async () => {
  answer = silent;
  let tries = 0;
  const load = () => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error('away')) : Promise.resolve('here');
  };
  expect(await patiently(load, () => Promise.resolve())).toBe('here');
});

test('a part that the server does not have fails', async () => {
  answer = answering;
  await expect(patiently(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});
