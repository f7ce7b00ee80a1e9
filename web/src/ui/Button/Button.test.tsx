// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Button, IconButton, TextButton } from './Button';

test('a button sends no form unless it is made to', async () => {
  const told: string[] = [];
  render(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        told.push('sent');
      }}
    >
      <Button>{'Plain'}</Button>
      <TextButton>{'Words'}</TextButton>
      <IconButton label="Icon">{'+'}</IconButton>
      <Button type="submit">{'Send'}</Button>
    </form>,
  );

  for (const name of ['Plain', 'Words', 'Icon']) {
    await userEvent.click(screen.getByRole('button', { name }));
  }
  expect(told).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(told).toEqual(['sent']);
});
