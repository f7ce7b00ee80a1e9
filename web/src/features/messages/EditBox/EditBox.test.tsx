// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { emptyDraft } from '../../../richtext/draft';
import { message } from '../../../testing/builders';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { EditBox, type RefusedEdit } from './EditBox';

beforeEach(() => void vi.stubGlobal('requestIdleCallback', () => 0));
afterEach(() => void vi.unstubAllGlobals());

function show(page: InWorkspace, refused?: RefusedEdit): string[] {
  const told: string[] = [];
  page.show(
    <EditBox
      channel="C1"
      message={message({ text: 'hello' })}
      refused={refused}
      onSave={({ text }) => told.push(text)}
      onErase={() => told.push('erase')}
      onDone={() => told.push('done')}
    />,
  );
  return told;
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit message' });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const hint = () => screen.getByRole('status').textContent;

test('Enter saves what was changed; what was not is left as it is', async ({ page, user }) => {
  const told = show(page);

  field().focus();
  await user.keyboard('{Enter}');
  write('hello all');
  await user.keyboard('{Enter}');
  expect(told).toEqual(['done', 'hello all']);
});

test('emptied, it is asked to be deleted', async ({ page, user }) => {
  const told = show(page);

  write('  ');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(told).toEqual(['erase']);
});

test('Esc leaves at once, but with changes only the second time', async ({ page, user }) => {
  const told = show(page);

  field().focus();
  await user.keyboard('{Escape}');
  expect(told).toEqual(['done']);
  write('hello all');
  await user.keyboard('{Escape}');
  expect(hint()).toBe('Discard the changes?');
  expect(told).toEqual(['done']);
  await user.keyboard('{Escape}');
  expect(told).toEqual(['done', 'done']);
});

test('what is too long is not saved', async ({ page, user }) => {
  const told = show(page);

  write('x'.repeat(40_001));
  expect(hint()).toMatch(/^Over 40,000 characters/);
  await user.keyboard('{Enter}');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  expect(told).toEqual([]);
});

test('a change that was refused is there to go on from, with why', ({ page }) => {
  show(page, { draft: { ...emptyDraft, text: 'hello all' }, problem: 'It is too late.' });

  expect(field().value).toBe('hello all');
  expect(hint()).toBe("Couldn't save: It is too late.");
});
