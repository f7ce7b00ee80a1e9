import { late } from './catalogue';

/** The texts of making a channel. */
export const enCreate = late({
  'create.title': 'Create channel',
  'create.name': 'Name',
  'create.name.hint': 'Use lower-case letters, digits, - and _.',
  'create.private': 'Private: only members see it',
  'create.submit': 'Create',
});
