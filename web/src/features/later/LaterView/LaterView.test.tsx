// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, refuse, type Args } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Toasts } from '../../../ui/Toast/Toast';
import LaterView from './LaterView';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const show = () =>
  page.show(
    <Toasts>
      <LaterView />
    </Toasts>,
  );

test('what is saved stands there until it is done, which can be undone', async () => {
  const user = userEvent.setup();
  const { world, bob, workspace, answers } = page;
  const general = [...world.channels.values()].find(({ name }) => name === 'general')!;
  const message = world.post(general, bob, 'read this');
  const items = [{ type: 'message', channel: general.id, message, date_create: 1 }];
  answers['stars.list'] = () => answer({ items });
  answers['stars.remove'] = () => answer({});
  answers['stars.add'] = () => answer({});
  answers['reminders.list'] = () => answer({ reminders: [] });
  void workspace.actions.messages.star(general.id, message.ts, true);
  show();
  expect(await screen.findByText('read this')).toBeTruthy();
  expect(screen.getByRole('link', { name: /Bob Brown/ }).getAttribute('href')).toContain(
    `/p/${message.ts}`,
  );
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByText('read this')).toBeNull());
  expect(screen.getByText(/Nothing saved, nothing to be reminded of/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('read this')).toBeTruthy();
});

test('reminders are completed and deleted; one that is to come can be put back', async () => {
  const user = userEvent.setup();
  const { answers } = page;
  const once = { recurring: false, complete_ts: 0 };
  let reminders: Args[] = [
    { id: 'Rm1', text: 'call Ann', time: 4_000_000_000, ...once },
    { id: 'Rm2', text: 'pay', time: 1, ...once },
    { id: 'Rm3', text: 'stand up', recurring: true, recurrence: { frequency: 'daily' } },
  ];
  answers['stars.list'] = () => answer({ items: [] });
  answers['reminders.list'] = () => answer({ reminders });
  answers['reminders.complete'] = ({ reminder }) => {
    reminders = reminders.map((each) =>
      each.id === reminder ? { ...each, complete_ts: 1_700_000_000 } : each,
    );
    return answer({});
  };
  answers['reminders.delete'] = ({ reminder }) => {
    reminders = reminders.filter(({ id }) => id !== reminder);
    return answer({});
  };
  answers['reminders.add'] = ({ text, time }) => {
    reminders = [...reminders, { id: 'Rm4', text, time: Number(time), ...once }];
    return answer({});
  };
  show();
  expect(await screen.findByText('Every day')).toBeTruthy();
  expect(screen.getByText(/^Due since/)).toBeTruthy();
  const button = (name: string, at: number) => screen.getAllByRole('button', { name })[at]!;
  await user.click(button('Complete', 1));
  expect(await screen.findByText(/^Completed .*2023/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText(/^Completed .*2023/)).toBeNull());
  expect(screen.getByText('call Ann')).toBeTruthy();
  await user.click(button('Complete', 0));
  expect(await screen.findByText(/^Completed .*2023/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await user.click(button('Delete', 2));
  await waitFor(() => expect(screen.queryByText('pay')).toBeNull());
});

test('what could not be read is read again', async () => {
  const user = userEvent.setup();
  page.answers['stars.list'] = () => refuse('fatal_error');
  page.answers['reminders.list'] = () => answer({ reminders: [] });
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  page.answers['stars.list'] = () => answer({ items: [] });
  await user.click(again);
  expect(await screen.findByText(/Nothing saved/)).toBeTruthy();
});
