// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from './rest';
import { watchPage, type PageWatch } from './watch';

const halfHourMs = 30 * 60_000;
let done: string[];
let rest: Rest;
let watch: PageWatch;
let visible: DocumentVisibilityState;

function show(state: DocumentVisibilityState): void {
  visible = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  visible = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
  done = [];
  rest = new Rest({
    start: () => done.push('start'),
    stop: () => done.push('stop'),
    nudge: () => undefined,
  });
  watch = watchPage({
    onNudge: (woke) => rest.nudge(woke),
    onOnline: () => undefined,
    onHide: () => undefined,
    onRest: () => rest.begin(),
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('a page hidden for half an hour gives its connection up until it is shown', () => {
  show('hidden');
  vi.advanceTimersByTime(halfHourMs - 1);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['stop']);
  window.dispatchEvent(new Event('online'));
  expect(done).toEqual(['stop']);
  show('visible');
  expect(done).toEqual(['stop', 'start']);
});

test('who looks in between begins the half hour anew', () => {
  show('hidden');
  vi.advanceTimersByTime(halfHourMs - 1);
  show('visible');
  show('hidden');
  vi.advanceTimersByTime(halfHourMs - 1);
  expect(done).toEqual([]);
});

test('the page that sends for all tabs keeps its connection; who takes over from it connects', () => {
  rest.lock(true);
  show('hidden');
  vi.advanceTimersByTime(halfHourMs);
  expect(done).toEqual([]);
  rest.lock(false);
  rest.begin();
  rest.lock(true);
  expect(done).toEqual(['stop', 'start']);
});
