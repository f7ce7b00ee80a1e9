// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { FoundChannel } from '../../../protocol/generated';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { ChannelRow } from './ChannelRow';

const boats: FoundChannel = {
  id: 'CBOATS',
  name: 'boats',
  num_members: 3,
  is_member: false,
  is_archived: false,
};

function show(page: InWorkspace, channel: FoundChannel): string[] {
  const joined: string[] = [];
  page.show(<ChannelRow channel={channel} reached onJoin={(id) => joined.push(id)} />);
  return joined;
}

test('one looks at a channel or joins it, and reads what it is for before what goes on', async ({
  page,
  user,
}) => {
  const joined = show(page, { ...boats, topic: 'Leaks', purpose: 'All that floats' });
  expect(screen.getByText(/^3 members/).textContent).toBe('3 members · All that floats');

  await user.click(screen.getByRole('button', { name: 'Join' }));
  expect(joined).toEqual(['CBOATS']);
  await user.click(screen.getByRole('link', { name: 'Look at boats before joining' }));
  expect(page.path()).toBe('/w/acme/c/CBOATS');
});

test('nobody is asked to join what they are in, or what is archived', ({ page }) => {
  const [general] = [...page.world.channels.values()];
  show(page, { ...boats, id: general!.id, name: 'general' });
  expect(screen.getByText('Joined')).toBeTruthy();
  show(page, { ...boats, is_archived: true });
  expect(screen.queryByRole('button', { name: 'Join' })).toBeNull();
});
