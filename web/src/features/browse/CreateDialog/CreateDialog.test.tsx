// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { CreateDialog } from './CreateDialog';

const create = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Create' });

test('a name becomes one that channels may have; the channel is private if that is wanted', async ({
  page,
  user,
}) => {
  const closed: true[] = [];
  page.show(<CreateDialog onClose={() => closed.push(true)} />);
  expect(create().disabled).toBe(true);
  await user.type(screen.getByLabelText('Name'), 'Big Boats');
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('big-boats');
  await user.click(screen.getByRole('checkbox', { name: /^Private/ }));
  await user.click(create());
  await waitFor(() => expect(closed).toEqual([true]));
  const made = [...page.world.channels.values()].find(({ name }) => name === 'big-boats');
  expect(made?.kind).toBe('private');
  expect(page.path()).toBe(`/w/acme/c/${made?.id ?? ''}`);
});

test('a name that is taken is told at the field until it is changed', async ({ page, user }) => {
  page.show(<CreateDialog onClose={() => undefined} />);
  await user.type(screen.getByLabelText('Name'), 'general');
  await user.click(create());
  expect(await screen.findByText('That name is taken. Try another one.')).toBeTruthy();
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Name'), '2');
  expect(screen.queryByText('That name is taken. Try another one.')).toBeNull();
});
