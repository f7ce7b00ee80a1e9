import { late } from './catalogue';

/** The words that stand for the address of a message. */
export const enPermalinks = late({
  'permalink.words': '{where}, {author}, {time}',
  'permalink.unknown': '{where}, {time}',
});
