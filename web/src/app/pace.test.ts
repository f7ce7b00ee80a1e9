// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atFrame, followWriting, pace, Pace } from './pace';

let nowMs = 0;

/** A pace whose last work took so long, and has just ended. */
async function after(tookMs: number): Promise<Pace> {
  nowMs = 1000;
  const made = new Pace(() => nowMs);
  made.time(() => (nowMs += tookMs) > 0);
  await Promise.resolve();
  return made;
}

test('nothing waits while nobody writes', async () => {
  const made = await after(30);

  expect(made.waitMs()).toBe(0);
});

test('while somebody writes the pause is nine times what it took, and never long', async () => {
  const short = await after(10);
  short.wrote();
  expect(short.waitMs()).toBe(90);

  const long = await after(200);
  long.wrote();
  expect(long.waitMs()).toBe(400);
});

test('the pause is counted from the last work: what comes once in a while does not wait', async () => {
  const made = await after(10);
  nowMs += 60;
  made.wrote();
  expect(made.waitMs()).toBe(30);
  nowMs += 40;
  expect(made.waitMs()).toBe(0);
});

test('who has not written for a while writes no more', async () => {
  const made = await after(200);
  made.wrote();
  nowMs += 300;
  expect(made.writing).toBe(true);
  nowMs += 250;
  expect(made.writing).toBe(false);
  expect(made.waitMs()).toBe(0);
});

test('what is drawn at once counts as well', async () => {
  nowMs = 0;
  const made = new Pace(() => nowMs);
  made.time(() => {
    queueMicrotask(() => (nowMs += 20));
    return true;
  });
  await Promise.resolve();
  await Promise.resolve();
  made.wrote();

  expect(made.waitMs()).toBe(180);
});

test('whoever writes anywhere on the page is known to write', () => {
  followWriting();
  const field = document.body.appendChild(document.createElement('input'));
  expect(pace.writing).toBe(false);
  field.dispatchEvent(new Event('input', { bubbles: true }));

  expect(pace.writing).toBe(true);
  field.remove();
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a turn in which there was nothing to do says nothing of how long work takes', async () => {
  const made = await after(20);
  made.time(() => false);
  await Promise.resolve();
  made.wrote();

  expect(made.waitMs()).toBe(180);
});

test('what one turn was too short for counts with it', async () => {
  const made = await after(8);
  made.time(() => (nowMs += 4) > 0, true);
  await Promise.resolve();
  made.wrote();

  expect(made.waitMs()).toBe(108);
});

test('what has come waits for the pause, what is left of it for the next paint', async () => {
  const done: string[] = [];
  vi.spyOn(pace, 'waitMs').mockReturnValue(200);
  atFrame(() => done.push('come') > 0, 'come');
  atFrame(() => done.push('rest') > 0, 'rest');

  await vi.advanceTimersByTimeAsync(50);
  expect(done).toEqual(['rest']);
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual(['rest', 'come']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(2);
});

test('while somebody writes their key is painted before what has come is taken in', async () => {
  const done: string[] = [];
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  pace.wrote();
  atFrame(() => done.push('many') > 0, 'many');
  atFrame(() => done.push('asked') > 0, 'asked');

  frames.forEach((frame) => frame(0));
  expect(done).toEqual(['asked']);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['asked', 'many']);
  vi.unstubAllGlobals();
});
