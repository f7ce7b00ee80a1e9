// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { DeleteDialog } from './DeleteDialog';

test('a message is deleted or kept; why it is not is said', async ({ page, user }) => {
  const told: string[] = [];
  page.show(
    <DeleteDialog
      problem="The channel is archived."
      onConfirm={() => told.push('delete')}
      onClose={() => told.push('keep')}
    />,
  );

  expect(screen.getByRole('alert').textContent).toBe("Couldn't delete: The channel is archived.");
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(told).toEqual(['keep', 'delete']);
});
