// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conversation } from '../../../testing/builders';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Header } from './Header';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('the header names the channel and its topic, and leads to what belongs to it', () => {
  page.show(
    <Header conversation={conversation({ topic: 'Spring', member_count: 7 })} name="boats" />,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('boats');
  expect(screen.getByText('Spring')).toBeTruthy();
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual([
    '/w/acme',
    '/w/acme/c/C1/details/about',
    '/w/acme/search?in=C1',
    '/w/acme/c/C1/details/pins',
    '/w/acme/c/C1/details/members',
  ]);
  expect(screen.getByRole('link', { name: '7 members' })).toBeTruthy();
});

test('a direct message has no members to look at', () => {
  page.show(<Header conversation={conversation({ is_im: true, user: page.bob })} name="Bob" />);
  expect(screen.queryByRole('link', { name: /member/ })).toBeNull();
});
