// @vitest-environment happy-dom
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFrames } from './frames';
import { watchOpening } from './opening';
import { watchTyping } from './typing';
import { note, Waits } from './waits';

let stopped: AbortController;
let waits: Waits;

beforeEach(() => {
  performance.clearMeasures();
  history.replaceState(null, '', '/w/acme/c/C1');
  vi.stubGlobal('MessageEvent', Heard);
  vi.stubGlobal('MessageChannel', MessageChannel);
  document.body.replaceChildren();
  const sidebar = add('nav', { 'data-region': 'sidebar' });
  add('a', { 'data-id': 'C2', 'aria-label': 'boats' }, sidebar);
  add('div', { 'data-region': 'list' });
  say('Good morning');
  add('textarea', {}, add('div', { 'data-region': 'composer' }));
  add('button', {});
  stopped = new AbortController();
  waits = new Waits();
  waits.start(document.body);
  watchTyping(waits, stopped.signal);
  watchFrames(waits, stopped.signal);
  watchOpening(waits, stopped.signal);
});

afterEach(() => {
  vi.unstubAllGlobals();
  stopped.abort();
  waits.stop();
});

/** As a browser has it: what is carried is read by a getter. */
class Heard extends Event {
  constructor(
    type: string,
    private readonly given: { data: unknown },
  ) {
    super(type);
  }

  get data(): unknown {
    return this.given.data;
  }
}

function add(
  tag: string,
  attributes: Record<string, string>,
  to: Element = document.body,
): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  to.append(element);
  return element;
}

const field = () => document.querySelector('textarea')!;
const measures = () =>
  performance.getEntriesByType('measure').map(({ name }) => name.replace('parley:', ''));
const frames = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 20));

function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
}

function write(text: string): void {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
}

function say(text: string): void {
  const list = document.querySelector('[data-region="list"]')!;
  add('div', { role: 'article' }, list).append(text);
}

test('a key counts from its own time until what it wrote has been painted', async () => {
  field().focus();
  press('h');
  await frames(2);
  expect(measures()).toEqual([]);

  write('h');

  await vi.waitFor(() => expect(measures()).toEqual(['type']));
  const [entry] = performance.getEntriesByType('measure');
  expect(entry!.duration).toBeGreaterThan(30);
});

test('a shortcut writes nothing and is not measured', async () => {
  field().focus();
  press('b', { ctrlKey: true });
  write('bold');
  await frames(3);

  expect(measures()).toEqual([]);
});

test('what is sent counts until its row is there and the field is empty', async () => {
  field().focus();
  write('Lunch at noon');
  press('Enter');
  say('Lunch at noon');
  await frames(3);
  expect(measures()).toEqual([]);

  write('');

  await vi.waitFor(() => expect(measures()).toEqual(['send-echo']));
});

test('the jump list counts from the keys to its first options', async () => {
  press('k', { ctrlKey: true });
  add('li', { role: 'option' }, add('dialog', { open: '' }));

  await vi.waitFor(() => expect(measures()).toContain('jump-open'));
});

test('a click counts until something has opened, and not when nothing does', async () => {
  const button = document.querySelector('button')!;
  button.click();
  await frames(3);
  expect(measures()).toEqual([]);
  add('div', { role: 'menu' });
  await vi.waitFor(() => expect(measures()).toEqual(['open']));

  performance.clearMeasures();
  say('Something else');
  button.click();
  say('And more');
  await frames(3);
  expect(measures()).toEqual([]);
});

test('what opens counts from the last click, not from one that has closed something', async () => {
  const button = document.querySelector('button')!;
  button.click();
  await frames(3);
  const before = performance.now();
  button.click();
  add('div', { role: 'menu' });
  await vi.waitFor(() => expect(measures()).toEqual(['open']));
  const [entry] = performance.getEntriesByName('parley:open');
  expect(entry!.startTime).toBeGreaterThanOrEqual(before - 1);
});

/** A socket that a message comes from. */
function hear(channel: string, text: string): void {
  const socket = Object.create(WebSocket.prototype) as WebSocket;
  const frame = { type: 'event', event: { type: 'message', channel, text } };
  const event = new MessageEvent('message', { data: JSON.stringify(frame) });
  Object.defineProperty(event, 'target', { value: socket });
  expect(event.data).toContain(text);
}

test('a message that is heard counts until its row is there, elsewhere until the badge', async () => {
  hear('C1', 'Who has the keys?');
  say('Who has the keys?');
  await vi.waitFor(() => expect(measures()).toEqual(['event-row']));

  hear('C2', 'Ahoy');
  say('Unrelated');
  await frames(3);
  expect(measures()).toEqual(['event-row']);
  document.querySelector('[data-id="C2"]')!.setAttribute('aria-label', 'boats, 1 new');
  await vi.waitFor(() => expect(measures()).toEqual(['event-row', 'event-badge']));
});

test('once stopped, nothing is measured, and events are as they were', async () => {
  stopped.abort();
  field().focus();
  press('h');
  write('h');
  hear('C1', 'Nobody measures');
  say('Nobody measures');
  await frames(3);

  expect(measures()).toEqual([]);
});

test('what is no time is noted with its value', () => {
  note('anchor', 0.5);

  const [entry] = performance.getEntriesByName('parley:anchor');
  expect((entry as PerformanceMark).detail).toBe(0.5);
});
