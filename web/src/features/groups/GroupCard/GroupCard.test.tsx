// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { Usergroup } from '../../../protocol/generated';
import { answer } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { GroupCard } from './GroupCard';

test('of a large group a few are shown, and how many there are', async ({ page, user }) => {
  const users = Array.from({ length: 15 }, (_, at) => `UX${at}`);
  const crew = { id: 'S1', name: 'Crew', handle: 'crew', description: 'At sea', users };
  page.answers['usergroups.list'] = () => answer({ usergroups: [{ ...crew, date_delete: 0 }] });
  const told: string[] = [];
  page.show(<GroupCard id="S1" onGone={() => told.push('gone')} />);

  expect(await screen.findByText('15 people')).toBeTruthy();
  expect(screen.getByText('At sea')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(12);
  await user.click(screen.getByRole('link', { name: 'All groups' }));
  expect(told).toEqual(['gone']);
  expect(page.path()).toBe('/w/acme/groups');
});

test('a group that there is no more says so', async ({ page }) => {
  page.answers['usergroups.list'] = () => answer({ usergroups: [] });
  page.show(<GroupCard id="S1" onGone={() => undefined} />);

  expect(await screen.findByText('This group does not exist any more.')).toBeTruthy();
});

test('a group that is taken out of use says so in its card, as it happens', async ({ page }) => {
  const crew = { id: 'S1', name: 'Crew', handle: 'crew', description: '', users: [page.bob] };
  page.answers['usergroups.list'] = () => answer({ usergroups: [{ ...crew, date_delete: 0 }] });
  page.show(<GroupCard id="S1" onGone={() => undefined} />);
  expect(await screen.findByText('1 person')).toBeTruthy();

  const subteam = { ...crew, date_delete: 1 } as unknown as Usergroup;
  page.world.log('T1', { type: 'subteam_updated', subteam });
  expect(await screen.findByText('Out of use')).toBeTruthy();
  expect(screen.queryByText('1 person')).toBeNull();
});
