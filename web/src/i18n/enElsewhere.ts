import { late } from './catalogue';

/** The texts of an address in a workspace that one is not in. */
export const enElsewhere = late({
  'elsewhere.title': "There is no workspace ''{slug}'' for you here",
  'elsewhere.why':
    'The address may be misspelt, or you are not in that workspace. Ask whoever sent it.',
  'elsewhere.own': 'Go to {name}',
});
