// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Self } from './Self';

let page: InWorkspace;
beforeAll(async () => {
  await import('../SelfMenu/SelfMenu');
  await import('../../status/StatusMark/Mark');
  await import('../../status/StatusDialog/StatusDialog');
  await import('../../status/PauseDialog/PauseDialog');
});

const seen: Record<string, unknown>[] = [];
beforeEach(async () => {
  page = await inWorkspace();
  seen.length = 0;
  page.answers['users.profile.set'] = ({ profile }) => {
    const given = profile as Record<string, string>;
    if (given.status_text === 'no') return refuse('too_long');
    seen.push(given);
    const own = page.world.accounts.get(page.me)!;
    own.user = { ...own.user, profile: { ...own.user.profile, ...given } };
    page.world.log('T1', { type: 'user_changed', user: own.user });
    return answer({});
  };
  page.show(<Self onSessions={() => undefined} onSignOut={() => undefined} />);
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const button = () => screen.getByRole('button', { name: /^Alice Adams/ });
const choose = async (name: RegExp) => {
  const user = userEvent.setup();
  await user.click(button());
  await user.click(await screen.findByRole('menuitem', { name }));
};

test('a status is set for a while, shown beside the name and cleared', async () => {
  const user = userEvent.setup();
  await choose(/^Set a status/);
  await user.click(await screen.findByRole('button', { name: /^On the way/ }));
  await user.clear(screen.getByLabelText('What are you at?'));
  await user.type(screen.getByLabelText('What are you at?'), 'To Graz{Enter}');
  expect(await screen.findByRole('img', { name: 'To Graz' })).toBeTruthy();
  const inHalfAnHour = Math.floor(Date.now() / 1000) + 1800;
  const { status_expiration: until, ...said } = seen[0] ?? {};
  expect(said).toEqual({ status_text: 'To Graz', status_emoji: ':bus:' });
  expect(Math.abs(Number(until) - inHalfAnHour)).toBeLessThan(5);
  expect(document.activeElement).toBe(button());

  await choose(/^Change status/);
  expect(await screen.findByDisplayValue('To Graz')).toBeTruthy();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await choose(/^Clear status/);
  await waitFor(() => expect(screen.queryByRole('img', { name: 'To Graz' })).toBeNull());
});

test('a refused status stays in the dialog; a time that is past is not taken', async () => {
  const user = userEvent.setup();
  await choose(/^Set a status/);
  await user.type(await screen.findByLabelText('What are you at?'), 'no{Enter}');
  expect(await screen.findByText('That is too long. Shorten it.')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Ends'), 'At a time of your choice');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Choose a time that is to come.')).toBeTruthy();
});

test('notifications are paused and come back, and one says that one is away', async () => {
  const user = userEvent.setup();
  const calls: unknown[] = [];
  const tell = (snooze_endtime: number) => {
    const dnd_status = {
      ...{ dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 },
      ...{ snooze_enabled: snooze_endtime > 0, snooze_endtime },
    };
    page.world.log(page.me, { type: 'dnd_updated', user: page.me, dnd_status });
    return answer({});
  };
  page.answers['dnd.setSnooze'] = ({ num_minutes: minutes }) => {
    calls.push(minutes);
    return tell(Math.floor(Date.now() / 1000) + Number(minutes) * 60);
  };
  page.answers['dnd.endSnooze'] = () => tell(0);
  page.answers['users.setPresence'] = (args) => (calls.push(args.presence), answer({}));

  await choose(/^Pause notifications/);
  await user.selectOptions(await screen.findByLabelText('Until'), 'In 4 hours');
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(page.workspace.store.getState().dnd[page.me]).toBeDefined());
  await choose(/^Resume notifications/);
  await waitFor(() =>
    expect(page.workspace.store.getState().dnd[page.me]?.snooze_enabled).toBe(false),
  );
  await choose(/^Set yourself away/);
  expect(calls).toEqual([240, 'away']);
});
