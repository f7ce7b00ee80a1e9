// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../testing/pageTest';
import { Sections } from './Sections';

const parts = ['Reading', 'Writing', 'Sessions'].map((text) => ({
  id: text.toLowerCase(),
  text,
  href: `/w/acme/settings/${text.toLowerCase()}`,
}));

test('the parts stand beside the one that is shown, which is marked and no part of the list', async ({
  page,
  user,
}) => {
  page.show(
    <Sections label="Preferences" parts={parts} current="writing">
      <h2>{'Writing'}</h2>
      <p>{'Enter sends'}</p>
    </Sections>,
  );
  const list = within(screen.getByRole('navigation', { name: 'Preferences' }));

  expect(list.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Reading',
    'Writing',
    'Sessions',
  ]);
  expect(list.getAllByRole('link', { current: 'page' })).toEqual([
    list.getByRole('link', { name: 'Writing' }),
  ]);
  expect(list.queryByText('Enter sends')).toBeNull();
  expect(screen.getByText('Enter sends')).toBeTruthy();

  await user.click(list.getByRole('link', { name: 'Sessions' }));
  expect(page.path()).toBe('/w/acme/settings/sessions');
});
