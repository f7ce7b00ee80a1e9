// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { PersonPresence } from './PersonPresence';

const never = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
const forAnHour = () => {
  const now = Math.floor(Date.now() / 1000);
  return { dnd_enabled: true, next_dnd_start_ts: now, next_dnd_end_ts: now + 3600 };
};
const mark = () => screen.getByRole('img');

test('who pauses notifications is marked so at once, and no more once they take it back', async ({
  page,
}) => {
  const { world, bob } = page;
  page.show(<PersonPresence user={bob} active />);
  expect(mark().getAttribute('aria-label')).toBe('active');

  const tell = (dnd_status: typeof never) =>
    act(() => world.log('T1', { type: 'dnd_updated_user', user: bob, dnd_status }));
  tell(forAnHour());
  await waitFor(() =>
    expect(mark().getAttribute('aria-label')).toBe('active, notifications paused'),
  );
  expect(mark().dataset.quiet).toBe('true');
  tell(never);
  await waitFor(() => expect(mark().dataset.quiet).toBe('false'));
});

test('who paused before the page was opened is asked about, and so is one oneself', async ({
  page,
}) => {
  const asked: unknown[] = [];
  page.answers['dnd.teamInfo'] = ({ users }) => {
    asked.push(users);
    return answer({ users: { [page.bob]: forAnHour() } });
  };
  const now = Math.floor(Date.now() / 1000);
  const own = { ...never, snooze_enabled: true, snooze_endtime: now + 600 };
  page.answers['dnd.info'] = () => answer(own);
  page.show(<PersonPresence user={page.bob} active={false} />);
  page.workspace.presence.want(page.bob);

  await waitFor(() => expect(mark().getAttribute('aria-label')).toBe('away, notifications paused'));
  expect(asked).toEqual([page.bob]);
  expect(page.workspace.store.getState().dnd[page.me]).toMatchObject(own);
});
