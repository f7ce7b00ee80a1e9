import { late } from './catalogue';

/** The texts of what a channel offers at its start. */
export const enStart = late({
  'start.people': 'Add people',
  'start.purpose': 'Set purpose',
  'start.purpose.change': 'Change purpose',
  'start.settings': 'Settings',
});
