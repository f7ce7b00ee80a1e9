import { late } from './catalogue';

/** The texts of signing in. */
export const enSignIn = late({
  'signin.title': 'Sign in',
  'signin.to': 'Sign in to {host}',
  'signin.email': 'Mail',
  'signin.password': 'Password',
  'signin.password.show': 'Show password',
  'signin.password.hide': 'Hide password',
  'signin.submit': 'Sign in',
  'signin.again.title': 'Sign in again',
  'signin.again.note':
    'The session of {name} at {company} has run out. What you were at is kept and goes on from here.',
  'signin.again.other': 'That is another account. Sign in as {name}, or sign out.',
  'signin.again.leave': 'Sign out',
  'signin.choose': 'Choose a workspace',
  'signin.other': 'Use another account',
  'signin.error.invalid_credentials': 'Mail or password is wrong.',
  'signin.error.tries':
    'Mail or password is wrong. {count, plural, one {# try} other {# tries}} left.',
  'signin.error.too_many_tries':
    'Too many tries. Try again in {count, plural, one {# second} other {# seconds}}.',
  'signin.reason.session_ended': 'You were signed out. Sign in again.',
  'signin.reason.signed_out': 'You signed out in another tab or on another device.',
  'signin.reason.account_inactive': 'This account is deactivated. Ask an owner of the workspace.',
  'signin.reason.workspace_gone': 'This workspace is closed.',
});
