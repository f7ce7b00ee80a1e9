import { late } from './catalogue';

/** The texts of a list of people that was pasted. */
export const enPasted = late({
  'people.pasted.looking': 'Looking for {count, plural, one {# person} other {# people}}…',
  'people.pasted.found': '{count, plural, one {# person} other {# people}} of the list chosen.',
  'people.pasted.missing': 'Not found: {names}',
});
