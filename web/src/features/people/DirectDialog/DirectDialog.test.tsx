// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { DirectDialog } from './DirectDialog';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const start = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Start' });

test('with one person a direct message is opened, and shown', async () => {
  const user = userEvent.setup();
  const closed: true[] = [];
  page.show(<DirectDialog onClose={() => closed.push(true)} />);
  expect(start().disabled).toBe(true);
  await user.type(screen.getByRole('combobox', { name: 'Find people' }), 'bob{Enter}');
  expect(await screen.findByText('Chosen: Bob Brown')).toBeTruthy();
  await user.click(start());
  await waitFor(() => expect(closed).toEqual([true]));
  const opened = [...page.world.channels.values()].find(({ kind }) => kind === 'im');
  expect([...(opened?.members ?? [])].sort()).toEqual([page.me, page.bob].sort());
  expect(page.path()).toBe(`/w/acme/c/${opened?.id ?? ''}`);
});

test('what cannot be opened is told, and the choice stays', async () => {
  const user = userEvent.setup();
  page.answers['conversations.open'] = () => refuse('user_not_found');
  page.show(<DirectDialog onClose={() => undefined} />);
  await user.type(screen.getByRole('combobox', { name: 'Find people' }), 'bob{Enter}');
  await user.click(start());
  expect(await screen.findByText('This person does not exist any more.')).toBeTruthy();
  expect(screen.getByText('Chosen: Bob Brown')).toBeTruthy();
});
