// @vitest-environment happy-dom
import { undo } from '@tiptap/pm/history';
import { expect, test, vi } from 'vitest';
import { leaveTyping, prepareTyping, takeTyping } from './spare';
import type { Typing } from './typing';
import { nobody } from './typingParts';

function begin(typing: Typing, text: string) {
  const parts = { ...nobody, changed: vi.fn(), rests: vi.fn(), triggered: vi.fn() };
  typing.begin(document.body, { draft: { text, mentions: [] }, place: text }, parts);
  return parts;
}

const type = ({ view }: Typing, text: string) => view.dispatch(view.state.tr.insertText(text));

test('an editor that was left is the next one, and keeps nothing of what it was', () => {
  const one = takeTyping();
  const first = begin(one, 'one ');
  one.describe({ 'aria-label': 'First' });
  type(one, ':thu');
  expect(first.triggered).toHaveBeenLastCalledWith(expect.objectContaining({ sign: ':' }));
  leaveTyping(one);
  expect(one.element.parentElement?.hidden).toBe(true);
  expect(one.element.isConnected).toBe(true);
  expect(one.view.dom.textContent).toBe('');
  expect(one.view.dom.ariaLabel ?? undefined).toBeUndefined();

  const next = takeTyping();
  expect(next).toBe(one);
  const second = begin(next, 'two');
  expect(next.view.dom.textContent).toBe('two');
  expect(undo(next.view.state)).toBe(false);
  first.changed.mockClear();
  type(next, '!');
  expect(second.changed).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'two!' }));
  expect(first.changed).not.toHaveBeenCalled();
  leaveTyping(next);
});

test('an editor that was left amid a composition is used no more', () => {
  const one = takeTyping();
  begin(one, 'one');
  one.view.dom.dispatchEvent(new Event('compositionstart', { bubbles: true }));
  expect(one.view.composing).toBe(true);
  leaveTyping(one);
  const next = takeTyping();
  expect(next).not.toBe(one);
  expect(next.view.composing).toBe(false);
  leaveTyping(next);
});

test('one is made before it is needed, and no more are kept', () => {
  const used = takeTyping();
  prepareTyping();
  const prepared = takeTyping();
  prepareTyping();
  const third = takeTyping();
  expect(new Set([used, prepared, third]).size).toBe(3);
  leaveTyping(used);
  for (const each of [prepared, third]) {
    const destroy = vi.spyOn(each, 'destroy');
    leaveTyping(each);
    expect(destroy).toHaveBeenCalledOnce();
  }
});
