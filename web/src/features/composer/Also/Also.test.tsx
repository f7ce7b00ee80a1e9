// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Also } from './Also';

test('where a reply is shown too is said by its name, and chosen', async ({ page, user }) => {
  const told: boolean[] = [];
  const given = { checked: true, onChange: (checked: boolean) => told.push(checked) };
  const { rerender } = page.show(<Also direct={false} name="boats" {...given} />);
  const words = () => screen.getByRole('checkbox').closest('label')?.textContent;

  expect(words()).toContain('#boats');
  rerender(<Also direct name="Bob Brown" {...given} />);
  expect(words()).not.toContain('#');
  await user.click(screen.getByRole('checkbox'));
  expect(told).toEqual([false]);
});
