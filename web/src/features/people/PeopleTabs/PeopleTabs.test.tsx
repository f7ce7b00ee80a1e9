// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { alice } from '../../../testing/builders';
import { test } from '../../../testing/pageTest';
import { PeopleTabs } from './PeopleTabs';

test('only admins are led to roles and access', ({ page }) => {
  const { workspace, me } = page;
  const rank = (given: object) =>
    act(() => workspace.store.setState({ people: { [me]: { ...alice, id: me, ...given } } }));
  const links = () => screen.getAllByRole('link').map(({ textContent }) => textContent);
  rank({});
  page.show(<PeopleTabs current="groups" />);

  expect(links()).toEqual(['People', 'Groups']);
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Groups');
  rank({ rank: 'admin' });
  expect(links()).toEqual(['People', 'Groups', 'Roles and access']);
});
