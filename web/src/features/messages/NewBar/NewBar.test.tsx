// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../../i18n/Texts';
import { NewBar } from './NewBar';

afterEach(cleanup);

test('the bar says how much is new since when, leads there and marks it read', async () => {
  const user = userEvent.setup();
  const told: string[] = [];
  const sinceMs = new Date(2026, 1, 2, 10, 14).getTime();
  render(
    <Texts language={newLanguage('en-GB', null)}>
      <NewBar
        news={{ count: 42, sinceMs }}
        onShow={() => told.push('show')}
        onRead={() => told.push('read')}
      />
    </Texts>,
  );

  await user.click(screen.getByRole('button', { name: '42 new messages since 10:14' }));
  await user.click(screen.getByRole('button', { name: 'Mark read' }));
  expect(told).toEqual(['show', 'read']);
});

test('one new message is one', () => {
  const nothing = () => undefined;
  render(
    <Texts language={newLanguage('en-GB', null)}>
      <NewBar news={{ count: 1, sinceMs: 0 }} onShow={nothing} onRead={nothing} />
    </Texts>,
  );
  expect(screen.getByText(/^1 new message since/)).toBeTruthy();
});
