import { late } from './catalogue';

/** The texts of what becomes of files that are dropped or pasted. */
export const enFiles = late({
  'files.refused': "Files can't be sent yet. Send a link instead.",
});
