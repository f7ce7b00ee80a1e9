import { late } from './catalogue';

/** The texts of what can be copied by a button. */
export const enCopy = late({
  'copy.do': 'Copy {name}',
  'copy.done': 'Copied',
});
