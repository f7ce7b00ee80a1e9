// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { InPlace } from './InPlace';

function show(page: InWorkspace, editable = true): string[] {
  const told: string[] = [];
  const onSave = (value: string) => {
    told.push(value);
    return Promise.resolve(value === 'no' ? 'Not that.' : undefined);
  };
  const words = { label: 'Topic', none: 'Nothing yet', hint: 'A hint' };
  page.show(<InPlace {...words} value="Boats" most={10} editable={editable} onSave={onSave} />);
  return told;
}

const edit = () => screen.getByRole('button', { name: 'Edit Topic' });

test('what is too long is not saved, and what was not changed is not sent', async ({
  page,
  user,
}) => {
  const told = show(page);

  await user.click(edit());
  await user.keyboard('12345678901{Enter}');
  expect(screen.getByText('1 character too long.')).toBeTruthy();
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard(' Boats {Enter}');
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(told).toEqual([]);
});

test('a refusal stays where it was asked for; Esc leaves it as it was', async ({ page, user }) => {
  const told = show(page);

  await user.click(edit());
  await user.keyboard('no{Enter}');
  expect(await screen.findByText('Not that.')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.getByText('Boats')).toBeTruthy();
  expect(screen.queryByText('Not that.')).toBeNull();
  expect(document.activeElement).toBe(edit());
  expect(told).toEqual(['no']);
});

test('who may not change it has no pencil', ({ page }) => {
  show(page, false);

  expect(screen.queryByRole('button')).toBeNull();
});
