// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { SelfMenu } from './SelfMenu';

function show(page: InWorkspace) {
  const asked = { onStatus: vi.fn(), onPause: vi.fn(), onSessions: vi.fn(), onSignOut: vi.fn() };
  page.show(
    <Toasts>
      <SelfMenu label="Alice Adams" onClose={() => undefined} {...asked} />
    </Toasts>,
  );
  return asked;
}

test('a status is set, a pause is begun, and one goes away', async ({ page, user }) => {
  const { onStatus, onPause } = show(page);
  const seen: unknown[] = [];
  page.answers['users.setPresence'] = (args) =>
    seen.push(args) === 1 ? refuse('ratelimited') : answer({});

  expect(screen.queryByRole('menuitem', { name: 'Clear status' })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: 'Set a status…' }));
  await user.click(screen.getByRole('menuitem', { name: 'Pause notifications…' }));
  expect([onStatus.mock.calls.length, onPause.mock.calls.length]).toEqual([1, 1]);
  await user.click(screen.getByRole('menuitem', { name: 'Set yourself away' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  await user.click(screen.getByRole('menuitem', { name: 'Profile' }));
  expect(page.path()).toBe(`/w/acme/people/${page.me}`);
  expect(seen).toEqual([{ presence: 'away' }]);
});

test('what was said of oneself is taken back, and a pause ended', async ({ page, user }) => {
  const { world, me, workspace } = page;
  const account = world.accounts.get(me)!;
  const profile = { ...account.user.profile, status_text: 'Lunch', status_emoji: ':pizza:' };
  world.log('T1', { type: 'user_changed', user: { ...account.user, profile } });
  const dnd = {
    dnd_enabled: false,
    next_dnd_start_ts: 1,
    next_dnd_end_ts: 1,
    snooze_enabled: true,
    snooze_endtime: Math.floor(Date.now() / 1000) + 600,
  };
  world.log(me, { type: 'dnd_updated', user: me, dnd_status: dnd });
  await waitFor(() =>
    expect(workspace.store.getState()).toMatchObject({
      people: { [me]: { status_text: 'Lunch' } },
      dnd: { [me]: { snooze_enabled: true } },
    }),
  );
  const seen: unknown[] = [];
  page.answers['users.profile.set'] = (args) => (seen.push(args.profile), answer({}));
  page.answers['dnd.endSnooze'] = () => (seen.push('resumed'), answer({}));
  const { onPause } = show(page);

  expect(screen.getByRole('menuitem', { name: 'Change status…' })).toBeTruthy();
  await user.click(screen.getByRole('menuitem', { name: 'Clear status' }));
  await user.click(screen.getByRole('menuitem', { name: /^Resume notifications/ }));
  expect(seen).toEqual([{ status_text: '', status_emoji: '', status_expiration: 0 }, 'resumed']);
  expect(onPause).not.toHaveBeenCalled();
});
