// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../testing/pageTest';
import { Confirm } from './Confirm';

test('closing a question is no answer to it', async ({ page, user }) => {
  const told: string[] = [];
  page.show(
    <Confirm
      title={'Delete it?'}
      text="It is gone then."
      confirm="Delete"
      cancel="Keep"
      onConfirm={() => told.push('done')}
      onClose={() => told.push('closed')}
    />,
  );
  const question = within(screen.getByRole('dialog', { name: 'Delete it?' }));

  expect(question.getByRole('alert').textContent).toBe('');
  await user.click(question.getByRole('button', { name: 'Close' }));
  expect(told).toEqual(['closed']);
});
