import { refusalOf } from '../../app/workspace/refusals';
import '../../i18n/enSignIn';
import { refusalText, type Say } from '../../i18n/Texts';
import type { Outcome } from '../../protocol/api';

/** In how many seconds one may try again; 0 for at once. */
export function waitOf(outcome: Outcome<unknown>): number {
  if (outcome.kind === 'throttled') return Math.ceil(outcome.afterMs / 1000);
  if (outcome.kind !== 'refused' || outcome.code !== 'too_many_tries') return 0;
  const seconds = Number(outcome.body.retry_after);
  return Number.isFinite(seconds) ? Math.ceil(seconds) : 1;
}

/** Why somebody was not signed in; names no account. */
export function problemOf(say: Say, outcome: Outcome<unknown>): string {
  if (outcome.kind === 'refused' && outcome.code === 'account_inactive') {
    return say('signin.reason.account_inactive');
  }
  if (outcome.kind !== 'refused' || outcome.code !== 'invalid_credentials') {
    return refusalText(say, refusalOf(outcome) ?? '');
  }
  const left = outcome.body.tries_left;
  if (typeof left === 'number' && left > 0) return say('signin.error.tries', { count: left });
  return say('signin.error.invalid_credentials');
}
