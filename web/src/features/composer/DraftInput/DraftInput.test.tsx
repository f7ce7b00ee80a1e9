// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prefer } from '../../../app/preferences';
import { decodeDraft, emptyDraft, type Draft } from '../../../richtext/draft';
import { inWorkspace } from '../../../testing/inWorkspace';
import { DraftInput, type InputHandle } from './DraftInput';

beforeEach(() => void vi.stubGlobal('requestIdleCallback', (then: () => void) => then()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  prefer('enter', 'sends');
});

const field = () => screen.getByRole('textbox', { name: 'Message' });
const editor = () =>
  waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), {
    timeout: 5000,
  });

async function shown(draft: Draft) {
  const page = await inWorkspace();
  const onSubmit = vi.fn();
  const onChange = vi.fn();
  const ref = createRef<InputHandle>();
  const input = (now: Draft) => (
    <DraftInput
      ref={ref}
      label="Message"
      channel="C1"
      draft={now}
      onChange={onChange}
      onSubmit={onSubmit}
    />
  );
  const { rerender } = page.show(input(draft));
  return { page, onSubmit, onChange, give: (now: Draft) => rerender(input(now)) };
}

test.each(['before the editor is there', 'in the editor'])(
  'Enter sends or breaks as one prefers; Ctrl+Enter always sends, Shift+Enter never: %s',
  async (when) => {
    const { page, onSubmit } = await shown({ ...emptyDraft, text: 'Hello' });
    if (when === 'in the editor') await editor();
    const press = (more: object = {}) => fireEvent.keyDown(field(), { key: 'Enter', ...more });

    press();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    press({ shiftKey: true });
    press({ isComposing: true });
    expect(onSubmit).toHaveBeenCalledTimes(1);
    act(() => prefer('enter', 'breaks'));
    press();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    press({ ctrlKey: true });
    expect(onSubmit).toHaveBeenCalledTimes(2);
    await page.close();
  },
);

test('the editor takes over what was typed, but not while it is being composed', async () => {
  const { page } = await shown({ ...emptyDraft, text: 'a *bold* word' });
  const plain = field();
  fireEvent.compositionStart(plain);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(field()).toBe(plain);

  fireEvent.compositionEnd(plain);
  await editor();
  expect(field().querySelector('strong')?.textContent).toBe('bold');
  await page.close();
});

test('a draft that comes from elsewhere is shown, with mentions by their names', async () => {
  const { page, give, onChange } = await shown(emptyDraft);
  await editor();
  expect(field().dataset.placeholder).toBe('Message');
  give(decodeDraft(`hi <@${page.bob}> :tada:`, () => 'Bob'));

  expect(field().textContent).toBe('hi @Bob Brown 🎉');
  expect(field().dataset.placeholder).toBeUndefined();
  give(emptyDraft);
  expect(field().textContent).toBe('');
  expect(onChange).not.toHaveBeenCalled();
  await page.close();
});
