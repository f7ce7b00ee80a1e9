// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { acme } from '../../testing/builders';
import { test } from '../../testing/pageTest';
import Elsewhere from './Elsewhere';

test('what was asked for is named, and the way leads to where one is at home', async ({
  page,
  user,
}) => {
  page.show(<Elsewhere slug="gone" team={acme} />);
  expect(screen.getByRole('heading').textContent).toBe("There is no workspace 'gone' for you here");

  await user.click(screen.getByRole('link', { name: `Go to ${acme.name}` }));
  expect(page.path()).toBe(`/w/${acme.domain}`);
});
