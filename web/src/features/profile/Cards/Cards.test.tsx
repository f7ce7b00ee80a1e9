// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { test as base } from '../../../testing/pageTest';
import { Cards } from './Cards';

const said = 'Said by Bob';
const patient = { timeout: 3000 };

const test = base.extend('anchor', ({ page }) => {
  page.answers['users.info'] = () => answer({ user: page.world.accounts.get(page.bob)!.user });
  page.show(
    <>
      <article role="article" tabIndex={0} aria-label={said}>
        <span data-person={page.bob} role="button" tabIndex={-1}>
          {'@Bob'}
        </span>
        <span>{'said so'}</span>
      </article>
      <Cards />
    </>,
  );
  return screen.getByText('@Bob');
});

const card = () => screen.queryByRole('dialog', { name: 'About Bob Brown' });

test('a card comes under a pointer that rests on a name, and goes with it', async ({
  anchor,
  user,
}) => {
  await user.hover(anchor);
  expect(card()).toBeNull();
  await waitFor(() => expect(card()).toBeTruthy(), patient);
  expect(await screen.findByText('bob@acme.test')).toBeTruthy();
  expect(document.activeElement).toBe(document.body);

  await user.hover(screen.getByText('said so'));
  await waitFor(() => expect(card()).toBeNull(), patient);
});

test('by Enter the focus goes into the card, and by Escape back', async ({ anchor, user }) => {
  anchor.focus();
  await user.keyboard('{Enter}');
  expect(card()).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Message' }));

  await user.keyboard('{Escape}');
  expect(card()).toBeNull();
  expect(document.activeElement).toBe(anchor);
});

test('Space at a message asks about its author', async ({ anchor, user }) => {
  const message = screen.getByRole('article', { name: said });
  expect(message.contains(anchor)).toBe(true);
  message.focus();
  await user.keyboard(' ');
  expect(card()).toBeTruthy();

  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(message);
});

test('a click on a name leads to the profile, without a card', async ({ anchor, page, user }) => {
  await user.click(anchor);
  expect(page.path()).toBe(`/w/acme/people/${page.bob}`);
  expect(card()).toBeNull();
});

test('the card of nobody has the focus and is called by no id', async ({ page, user }) => {
  page.answers['users.info'] = () => refuse('user_not_found');
  page.show(
    <>
      <span data-person="UNOBODY" role="button" tabIndex={0}>
        {'@Nobody'}
      </span>
      <Cards />
    </>,
  );
  screen.getByText('@Nobody').focus();
  await user.keyboard('{Enter}');

  const nobody = await screen.findByRole('dialog', { name: 'Profile' });
  expect(await screen.findByText('There is no such person here.')).toBeTruthy();
  expect(document.activeElement).toBe(nobody);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByText('@Nobody'));
});
