// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Dispatcher } from './dispatcher';

let singles = true;
let now = 0;
let done: string[];
let keys: Dispatcher;
const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
const on = (event: KeyboardEvent) => keys.press(event);

beforeEach(() => {
  singles = true;
  now = 0;
  done = [];
  keys = new Dispatcher({ mac: false, singleKeys: () => singles, now: () => now });
  window.addEventListener('keydown', on);
  document.body.replaceChildren();
  add('<article role="article" tabindex="0"></article>');
  add('<section data-region="composer"><textarea></textarea></section><p tabindex="0"></p>');
});

afterEach(() => {
  window.removeEventListener('keydown', on);
});

function press(selector: string, key: string, given: KeyboardEventInit = {}): KeyboardEvent {
  const letter = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const init = { key, code: letter, bubbles: true, cancelable: true, ...given };
  const event = new KeyboardEvent('keydown', init);
  document.querySelector(selector)?.dispatchEvent(event);
  return event;
}

const note = (what: string) => () => {
  done.push(what);
  return true;
};

test('a command is done wherever the focus is, and its key taken', () => {
  keys.on('jump', note('jump'));
  const event = press('textarea', 'k', { ctrlKey: true });
  expect(done).toEqual(['jump']);
  expect(event.defaultPrevented).toBe(true);
  expect(press('textarea', 'k').defaultPrevented).toBe(false);
});

test('the last who came answers, unless they have nothing to do', () => {
  keys.on('leave', note('conversation'));
  const off = keys.on('leave', note('pane'));
  keys.on('leave', () => false);
  press('p', 'Escape');
  off();
  press('p', 'Escape');
  expect(done).toEqual(['pane', 'conversation']);
});

test('single letters act on a message that has the focus, and can be switched off', () => {
  keys.on('edit', note('edit'));
  keys.on('delete', note('delete'));
  press('article', 'e');
  press('textarea', 'e');
  press('p', 'e');
  expect(done).toEqual(['edit']);
  singles = false;
  press('article', 'e');
  press('article', 'Delete');
  expect(done).toEqual(['edit', 'delete']);
});

test('G and then a letter, at a message and not too slowly', () => {
  keys.on('browse', note('browse'));
  keys.on('edit', note('edit'));
  press('article', 'g');
  press('article', 'b');
  expect(done).toEqual(['browse']);
  press('article', 'g');
  now += 2000;
  press('article', 'b');
  press('article', 'g');
  press('article', 'e');
  press('textarea', 'g');
  press('textarea', 'b');
  expect(done).toEqual(['browse']);
  press('article', 'e');
  expect(done).toEqual(['browse', 'edit']);
});

test('what is being composed, or written by AltGr, is no command; nor is anything in a dialog', () => {
  keys.on('jump', note('jump'));
  press('textarea', 'k', { ctrlKey: true, isComposing: true });
  const altGraph = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true });
  Object.defineProperty(altGraph, 'getModifierState', { value: () => true });
  document.querySelector('p')?.dispatchEvent(altGraph);
  add('<dialog open></dialog>');
  press('textarea', 'k', { ctrlKey: true });
  expect(done).toEqual([]);
});

test('whoever handled a key before keeps it', () => {
  keys.on('leave', note('leave'));
  const editor = (event: Event) => event.preventDefault();
  document.querySelector('textarea')?.addEventListener('keydown', editor);
  press('textarea', 'Escape');
  expect(done).toEqual([]);
});
