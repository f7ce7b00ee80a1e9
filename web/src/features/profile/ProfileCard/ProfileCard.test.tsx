// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enProfile';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { ProfileCard } from './ProfileCard';

test('a card leads to a message, and goes then', async ({ page, user }) => {
  const { world, bob } = page;
  page.answers['users.info'] = () => answer({ user: world.accounts.get(bob)!.user });
  const told: string[] = [];
  page.show(<ProfileCard id={bob} onGone={() => told.push('gone')} />);

  expect(await screen.findByText('bob@acme.test')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Message' }));
  expect(page.path()).toBe(`/w/acme/dm/${bob}`);
  expect(told).toEqual(['gone']);
});

test('nobody writes to who is deactivated', async ({ page }) => {
  const { world, bob } = page;
  const account = world.accounts.get(bob)!;
  page.answers['users.info'] = () => answer({ user: { ...account.user, deleted: true } });
  page.show(<ProfileCard id={bob} onGone={() => undefined} />);

  expect(await screen.findByText('Deactivated')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Message' })).toBeNull();
});

test('who cannot be read is there by name, with why', async ({ page }) => {
  page.answers['users.info'] = () => refuse('not_authorized');
  page.show(<ProfileCard id={page.bob} onGone={() => undefined} />);

  expect(await screen.findByText("You're not allowed to do this.")).toBeTruthy();
  expect(screen.getByText('Bob Brown')).toBeTruthy();
});

test('of somebody who does not exist that is told, without an id, and nothing is offered', async ({
  page,
}) => {
  page.answers['users.info'] = () => refuse('user_not_found');
  page.show(<ProfileCard id="UNOBODY" onGone={() => undefined} />);

  expect(screen.queryByText('UNOBODY')).toBeNull();
  expect(await screen.findByText('There is no such person here.')).toBeTruthy();
  expect(screen.queryByText('UNOBODY')).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});
