import { late } from './catalogue';

/** The texts of the pane of a thread. */
export const enThreadPane = late({
  'thread.gone': 'This thread does not exist, or its message was deleted.',
});
