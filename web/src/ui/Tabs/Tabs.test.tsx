// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Tabs } from './Tabs';

afterEach(cleanup);

test('parts are links in a landmark of their own, and one is where one is', () => {
  const parts = [
    { id: 'people', text: 'People', href: '/people' },
    { id: 'groups', text: 'Groups', href: '/groups' },
  ];
  render(<Tabs label="People and groups" parts={parts} current="groups" />);
  expect(screen.getByRole('navigation', { name: 'People and groups' })).toBeTruthy();
  const current = screen.getByRole('link', { current: 'page' });
  expect(current.textContent).toBe('Groups');
  expect(screen.getByRole('link', { name: 'People' }).getAttribute('href')).toBe('/people');
});
