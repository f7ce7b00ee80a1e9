// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../testing/pageTest';
import { PartLinks } from './PartLinks';

test('a part takes the place of the last one, so that Back leaves the view', async ({
  page,
  user,
}) => {
  const parts = ['one', 'two'].map((id) => ({ id, text: id, href: `/w/acme/${id}` }));
  page.show(
    <PartLinks label="Parts" parts={parts} current="one" list={undefined} link={undefined} />,
  );
  const before = page.visited().length;

  await user.click(screen.getByRole('link', { name: 'two' }));
  expect(page.path()).toBe('/w/acme/two');
  expect(page.visited()).toHaveLength(before);
});
