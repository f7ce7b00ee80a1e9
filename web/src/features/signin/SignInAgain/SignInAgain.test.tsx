// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { SignInGate } from '../../../app/signInGate';
import type { Call, Outcome } from '../../../protocol/api';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { SignInAgain } from './SignInAgain';

const expired: Outcome<object> = { kind: 'refused', code: 'not_authed', body: {} };

/** A gate that shut before one call; answers of the server one after the other. */
async function show(page: InWorkspace, ...outcomes: Outcome<object>[]) {
  const all = [expired, ...outcomes];
  const call = (() => Promise.resolve(all.shift())) as Call;
  const gate = new SignInGate({ call, user: page.me, team: 'T1' });
  const told: string[] = [];
  void gate.call('chat.postMessage').then(({ kind }) => told.push(kind));
  await waitFor(() => expect(gate.shut.getState()).toBe(true));
  page.show(<SignInAgain gate={gate} onSignOut={() => told.push('out')} />);
  return { gate, told };
}

test('what waited goes on once the same person has signed in', async ({ page, user }) => {
  const wrong: Outcome<object> = {
    kind: 'refused',
    code: 'invalid_credentials',
    body: { tries_left: 2 },
  };
  const { gate, told } = await show(
    page,
    wrong,
    { kind: 'ok', answer: { user: page.bob } },
    { kind: 'ok', answer: { user: page.me } },
    { kind: 'ok', answer: {} },
  );
  const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' });

  expect(submit.disabled).toBe(true);
  await user.type(screen.getByLabelText('Mail'), 'alice@acme.test');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByText('Mail or password is wrong. 2 tries left.')).toBeTruthy();
  await user.click(submit);
  expect(await screen.findByText(/^That is another account\./)).toBeTruthy();
  expect(gate.shut.getState()).toBe(true);
  await user.click(submit);
  await waitFor(() => expect(told).toEqual(['ok']));
  expect(gate.shut.getState()).toBe(false);
});

test('Esc does not close it; one may sign out instead', async ({ page, user }) => {
  const { told } = await show(page);

  await user.keyboard('{Escape}');
  expect(screen.getByRole('dialog', { name: 'Sign in again' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(told).toEqual(['out']);
});
