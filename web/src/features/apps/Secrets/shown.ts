import type { Say } from '../../../i18n/Texts';
import type { AppMadeAnswer } from '../../../protocol/generated';
import { secretNames } from '../AppRow/AppRow';
import { linesOf } from '../problems';
import type { Shown } from './Secrets';

/** What is told of an app that was made, installed again or given a new secret. */
export function shownOf(say: Say, { app, secrets, notices }: AppMadeAnswer): Shown {
  const made = secretNames.flatMap((name) => {
    const value = secrets[name];
    return value === undefined ? [] : [{ label: say(`apps.secret.${name}`), value }];
  });
  const id = { label: say('apps.secret.client_id'), value: app.client_id };
  return {
    title: say('apps.secrets.title', { name: app.name }),
    values: secrets.client_secret === undefined ? made : [...made, id],
    notices: linesOf(notices),
  };
}
