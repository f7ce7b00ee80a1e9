// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import { test } from '../../../testing/pageTest';
import { ScheduleMenu } from './ScheduleMenu';

const offered = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
const open = () => screen.getByRole('button', { name: 'Send later' });

test('with nothing to send the menu only leads to what goes out later', async ({ page, user }) => {
  page.show(<ScheduleMenu blank person={undefined} onPick={() => undefined} />);

  await user.click(open());
  expect(offered()).toEqual(['Scheduled messages']);
  await user.keyboard('{Enter}');
  expect(page.path()).toBe('/w/acme/drafts');
});

test('to somebody elsewhere the clock there is told', async ({ page, user }) => {
  const { world, bob, workspace } = page;
  const account = world.accounts.get(bob)!;
  const here = -new Date().getTimezoneOffset() * 60;
  account.user = { ...account.user, tz: 'Elsewhere', tz_offset: here + 3600 };
  world.log('T1', { type: 'user_changed', user: account.user });
  await waitFor(() => expect(workspace.store.getState().people[bob]?.tz_offset).toBe(here + 3600));
  const told: number[] = [];
  page.show(<ScheduleMenu blank={false} person={bob} onPick={(ms) => told.push(ms)} />);

  await user.click(open());
  expect(offered()[0]).toMatch(/^In 1 hour, .* for Bob Brown\)$/);
  await user.click(screen.getByRole('menuitem', { name: /^In 1 hour/ }));
  expect(Math.abs((told[0] ?? 0) - Date.now() - 3_600_000)).toBeLessThan(120_000);
});

test('it goes out at the minute that was shown, by the clock of when the menu was opened', ({
  page,
}) => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ now: new Date('2026-11-27T07:43:20') });
  const told: number[] = [];
  page.show(<ScheduleMenu blank={false} person={undefined} onPick={(ms) => told.push(ms)} />);
  vi.setSystemTime(new Date('2026-11-27T07:44:59'));
  fireEvent.click(open());
  const [first] = screen.getAllByRole('menuitem');
  expect(first!.textContent).toBe('In 1 hour, 08:44 AM');
  vi.setSystemTime(new Date('2026-11-27T07:45:10'));
  fireEvent.click(first!);
  expect(told).toEqual([new Date('2026-11-27T08:44:00').getTime()]);
});

test('another time is picked in a dialog, which may be left', async ({ page, user }) => {
  const told: number[] = [];
  page.show(<ScheduleMenu blank={false} person={undefined} onPick={(ms) => told.push(ms)} />);
  const ask = async () => {
    await user.click(open());
    await user.click(screen.getByRole('menuitem', { name: 'Another time…' }));
  };

  await ask();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(told).toEqual([]);
  await ask();
  await user.click(screen.getByRole('button', { name: 'Schedule' }));
  expect(told).toEqual([new Date().setMinutes(60, 0, 0)]);
  expect(screen.queryByRole('dialog')).toBeNull();
});
