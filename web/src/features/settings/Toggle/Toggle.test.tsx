// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Toggle } from './Toggle';

test('what is switched is said with the sentence about it', async () => {
  const told: boolean[] = [];
  render(
    <Toggle label="Keys" note="Letters act" checked onChange={(checked) => told.push(checked)} />,
  );
  const box = screen.getByRole('checkbox', { name: 'Keys' });

  const about = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(about?.textContent).toBe('Letters act');
  await userEvent.click(box);
  expect(told).toEqual([false]);
});
