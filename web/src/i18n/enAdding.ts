import { late } from './catalogue';

/** The texts of how people come into the workspace. */
export const enAdding = late({
  'adding.how':
    "Add each person on the server's command line, which prints the password they sign in with.",
  'adding.command': 'Command',
  'adding.name': 'name',
  'adding.mail': 'mail address',
  'adding.others': 'An admin adds people to this workspace.',
});
