// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { createElement, Suspense } from 'react';
import { fetchWhenIdle, laterPart, loadPartsWhenIdle, onPartLost, part, patiently } from './parts';

const reload = vi.fn();
let answer: () => Promise<Response>;

beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
  vi.stubGlobal('fetch', () => answer());
  vi.stubGlobal('location', { reload });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const silent = () => Promise.reject(new TypeError('Failed to fetch'));
const answering = () => Promise.resolve(new Response(''));

const missing = () => Promise.resolve(new Response('', { status: 404 }));
const lost = new TypeError(
  'Failed to fetch dynamically imported module: http://a.test/assets/Picker-1.js',
);

test('a part that is lost while the server is away reloads nothing', async () => {
  answer = silent;
  await onPartLost(lost);
  expect(reload).not.toHaveBeenCalled();
});

test('a part that is still there reloads nothing: the line was down', async () => {
  answer = answering;
  await onPartLost(lost);
  await onPartLost(new Error('Unable to preload CSS for /assets/Picker-1.css'));
  expect(reload).not.toHaveBeenCalled();
});

test('where the browser does not say which part it was, an answer of the server is enough', async () => {
  answer = answering;
  await onPartLost(new TypeError('Importing a module script failed.'));
  expect(reload).toHaveBeenCalledOnce();
});

test('a part of an older build has the page reloaded, once', async () => {
  answer = missing;
  await onPartLost(lost);
  await onPartLost(lost);
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

test('a part that the server does not have fails, when it was tried once more', async () => {
  answer = answering;
  let tries = 0;
  const load = () => {
    tries += 1;
    return Promise.reject(new Error('gone'));
  };
  await expect(patiently(load)).rejects.toThrow('gone');
  expect(tries).toBe(2);
});

test('a part that came while the page idled is there at once', async () => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  const load = vi.fn(() => Promise.resolve(() => createElement('p', {}, 'here')));
  const Part = part(load);
  loadPartsWhenIdle();
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
  await load.mock.results[0]?.value;
  await Promise.resolve();

  render(createElement(Suspense, { fallback: 'waiting' }, createElement(Part)));
  expect(screen.getByText('here')).toBeTruthy();
  expect(screen.queryByText('waiting')).toBeNull();
});

test('what is no component comes as well while the page idles', async () => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  const load = vi.fn(() => Promise.resolve());
  fetchWhenIdle(load);
  expect(load).not.toHaveBeenCalled();
  loadPartsWhenIdle();
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
});

test('a part that nobody waits for is asked for when the page has been painted', async () => {
  const paint: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => paint.push(work));
  const load = vi.fn(() => Promise.resolve(() => createElement('p', {}, 'tip')));
  const Part = laterPart(load);
  render(createElement(Suspense, {}, createElement(Part)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(load).not.toHaveBeenCalled();

  paint.forEach((work) => work());
  expect(await screen.findByText('tip')).toBeTruthy();
});
