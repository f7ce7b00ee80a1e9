// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { SessionKeeper } from '../../../app/session';
import { newLanguage, Texts } from '../../../i18n/Texts';
import type { Outcome } from '../../../protocol/api';
import SignIn from './SignIn';

afterEach(cleanup);

/** Answers one after the other; notes what was asked. */
function show(answers: Outcome<unknown>[], reason?: 'session_ended'): unknown[][] {
  const asked: unknown[][] = [];
  const signIn = (...args: unknown[]) => {
    asked.push(args);
    return Promise.resolve(answers.shift());
  };
  const keeper = { signIn } as unknown as SessionKeeper;
  render(
    <Texts language={newLanguage('en', null)}>
      <SignIn keeper={keeper} reason={reason} />
    </Texts>,
  );
  return asked;
}

const refused = (code: string, body = {}): Outcome<unknown> => ({ kind: 'refused', code, body });

async function submit() {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Mail'), 'ann@acme.test');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
  return user;
}

test('why one was signed out is said, and a wrong password with the tries that are left', async () => {
  const asked = show([refused('invalid_credentials', { tries_left: 3 })], 'session_ended');
  expect(screen.getByText('You were signed out. Sign in again.')).toBeTruthy();
  await submit();
  expect(await screen.findByText('Mail or password is wrong. 3 tries left.')).toBeTruthy();
  expect(asked).toEqual([['ann@acme.test', 'secret', undefined]]);
});

test('who is deactivated is told so, and whom to ask', async () => {
  show([refused('account_inactive')]);
  await submit();
  expect(
    await screen.findByText('This account is deactivated. Ask an owner of the workspace.'),
  ).toBeTruthy();
});

test('after too many tries the wait is counted, and nothing is sent meanwhile', async () => {
  const asked = show([refused('too_many_tries', { retry_after: 8 })]);
  const user = await submit();
  expect(await screen.findByText('Too many tries. Try again in 8 seconds.')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true);
  await user.type(screen.getByLabelText('Password'), '{Enter}');
  expect(asked).toHaveLength(1);
});

test('who has several workspaces chooses one, or goes back', async () => {
  const teams = [
    { id: 'T1', name: 'Acme', domain: 'acme' },
    { id: 'T2', name: 'Boats', domain: 'boats' },
  ];
  const asked = show([refused('choose_team', { teams }), { kind: 'ok', answer: {} }]);
  const user = await submit();
  expect(await screen.findByRole('heading', { name: 'Choose a workspace' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Boats/ }));
  expect(asked.at(-1)).toEqual(['ann@acme.test', 'secret', 'T2']);
  await user.click(screen.getByRole('button', { name: 'Use another account' }));
  expect(screen.getByLabelText('Mail')).toBeTruthy();
});

test('why a workspace cannot be entered is said where one chooses it', async () => {
  const teams = [{ id: 'T1', name: 'Acme', domain: 'acme' }];
  show([refused('choose_team', { teams }), { kind: 'unreachable' }, { kind: 'ok', answer: {} }]);
  const user = await submit();
  const team = await screen.findByRole('button', { name: /Acme/ });
  expect(document.activeElement).toBe(team);
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/^The server does not answer/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use another account' }));
  expect(screen.queryByText(/^The server does not answer/)).toBeNull();
});

test('who follows a link into one of several workspaces is not asked which', async () => {
  history.replaceState(null, '', `/signin?then=${encodeURIComponent('/w/boats/c/C1')}`);
  const teams = [
    { id: 'T1', name: 'Acme', domain: 'acme' },
    { id: 'T2', name: 'Boats', domain: 'boats' },
  ];
  const asked = show([refused('choose_team', { teams }), { kind: 'ok', answer: {} }]);
  await submit();
  await waitFor(() => expect(asked.map(([, , team]) => team)).toEqual([undefined, 'T2']));
  history.replaceState(null, '', '/signin');
});

test('a wrong password is ready to be typed anew, also after the button was pressed', async () => {
  show([refused('invalid_credentials', { tries_left: 3 })]);
  const user = userEvent.setup();
  const password = screen.getByLabelText<HTMLInputElement>('Password');
  await user.type(screen.getByLabelText('Mail'), 'alice@acme.test');
  await user.type(password, 'secret');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByText('Mail or password is wrong. 3 tries left.')).toBeTruthy();
  expect(document.activeElement).toBe(password);
  expect([password.selectionStart, password.selectionEnd]).toEqual([0, 'secret'.length]);
});
