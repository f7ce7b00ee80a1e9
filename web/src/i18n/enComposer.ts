import { late } from './catalogue';

/** The texts of the editor of messages. */
export const enComposer = late({
  'composer.completions': 'Suggestions',
  'composer.notifies.channel': 'Notifies {count, plural, one {# member} other {# members}}',
  'composer.notifies.here': 'Notifies those who are active',
});
