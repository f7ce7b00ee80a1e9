// @vitest-environment happy-dom
import { undo } from '@tiptap/pm/history';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDraft, type Draft } from '../../../richtext/draft';
import { outgoing } from '../../../richtext/outgoing';
import { Typist } from '../../../testing/typist';

let typist: Typist;

beforeEach(() => {
  typist = new Typist();
});
afterEach(() => typist.end());

const said = (draft: Draft = typist.draft) => outgoing(draft).text;

test.each([
  ['*b* c', '*b* c', 'strong'],
  ['**b** c', '*b* c', 'strong'],
  ['_i_ c', '_i_ c', 'em'],
  ['~s~ c', '~s~ c', 's'],
  ['`c * d` e', '`c * d` e', 'code'],
  ['[l](https://a.test/) x', '<https://a.test/|l> x', 'a'],
  ['> q', '&gt; q', 'blockquote'],
  ['- one', '• one', 'ul'],
  ['3. three', '3. three', 'ol'],
  ['```code', '```\ncode\n```', 'pre'],
  ['so :tada:', 'so :tada:', 'bdi'],
  ['@here now', '<!here> now', 'bdi'],
])('%s is %s', (typed, wire, tag) => {
  typist.type(typed);
  expect(said()).toBe(wire);
  expect(typist.dom.querySelector(tag)).not.toBeNull();
});

test.each(['2 * 3 * 4', 'snake_case_name', 'a*b*c', '10:30:45', 'x > y', 'it is - so', '[a](b)'])(
  '%s stays what it is',
  (typed) => {
    typist.type(typed);
    expect(typist.dom.textContent).toBe(typed);
    expect(typist.dom.querySelector('strong, em, s, ul, bdi, blockquote, a')).toBeNull();
  },
);

test('undoing a conversion brings the signs back, and they are sent as signs', () => {
  typist.type('a *b*');
  expect(typist.dom.querySelector('strong')?.textContent).toBe('b');
  typist.run(undo);
  expect(typist.dom.textContent).toBe('a *b*');
  expect(outgoing(typist.draft).blocks).toBeDefined();
  typist.type(' c');
  expect(typist.dom.textContent).toBe('a *b* c');
});

test('what comes in one piece is read as if it had been typed', () => {
  typist.insert('Hello *Alice*, @here!');
  expect(said()).toBe('Hello *Alice*, <!here>!');
  typist.run(undo);
  expect(typist.dom.textContent).toBe('Hello *Alice*, @here!');
});

test('nothing is converted in code, nor where signs are to stay', () => {
  typist.type('```*a* :tada: ');
  expect(typist.dom.querySelector('pre')?.textContent).toBe('*a* :tada: ');
  typist.show(emptyDraft);
  typist.signs = true;
  typist.type('*a*');
  expect(typist.dom.textContent).toBe('*a*');
});

test('an item or a quote that was only begun says nothing', () => {
  typist.type('- ');
  expect(typist.draft).toEqual(emptyDraft);
});
