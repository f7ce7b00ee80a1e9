// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, expect, vi } from 'vitest';
import { prefer, preferences } from '../../../app/preferences';
import { usual } from '../../../models/preferences';
import { emptyDraft, type Draft } from '../../../richtext/draft';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import type { Left } from './drafts';
import { Editor } from './Editor';
import type { FieldHandle } from './Field';

afterEach(() => prefer('toolbar', usual.toolbar));

/** Parts are read from the disk at first. */
const patient = { timeout: 5000 };

function show(page: InWorkspace, draft: Draft, left?: Left) {
  const told = { onReady: vi.fn(), onChange: vi.fn(), onSubmit: vi.fn() };
  const handle = createRef<FieldHandle>();
  const editor = (state: { waits: boolean; there: boolean }) => (
    <Editor
      handle={handle}
      label="Message"
      channel="C1"
      place="C1"
      draft={draft}
      left={{ current: left }}
      {...told}
      {...state}
    />
  );
  const { rerender } = page.show(editor({ waits: true, there: false }));
  const become = (state: { waits: boolean; there: boolean }) => rerender(editor(state));
  return { ...told, handle, become };
}

test('it waits while something is composed, and then takes over with the focus and the caret', ({
  page,
}) => {
  const left = { start: 5, end: 5, focused: true, keys: [] };
  const { onReady, handle, become } = show(page, { text: 'Hello *Bob*', mentions: [] }, left);

  expect(onReady).not.toHaveBeenCalled();
  become({ waits: false, there: false });
  expect(onReady).toHaveBeenCalledOnce();
  expect(screen.queryByRole('textbox')).toBeNull();
  become({ waits: false, there: true });
  const field = screen.getByRole('textbox', { name: 'Message' });
  expect(document.activeElement).toBe(field);
  expect(field.textContent).toBe('Hello Bob');
  expect(getSelection()?.anchorOffset).toBe(5);
  expect(handle.current?.wire().text).toBe('Hello *Bob*');
  expect(onReady).toHaveBeenCalledOnce();
});

test('Enter sends what stands there and changes none of it', ({ page }) => {
  const { onSubmit, onChange, become } = show(page, { text: 'Hello', mentions: [] });
  become({ waits: false, there: true });

  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
  expect(onSubmit).toHaveBeenCalledOnce();
  expect(onChange).not.toHaveBeenCalled();
});

test('formatting is shown when it is wanted, which is kept', async ({ page, user }) => {
  const { become } = show(page, emptyDraft);
  become({ waits: false, there: true });

  expect(screen.queryByRole('toolbar')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show formatting' }));
  expect(await screen.findByRole('toolbar', { name: 'Formatting' }, patient)).toBeTruthy();
  expect(preferences().toolbar).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Hide formatting' }));
  expect(screen.queryByRole('toolbar')).toBeNull();
});
