import { late } from './catalogue';

/** The texts of choosing people. */
export const enPick = late({
  'members.find': 'Find people',
  'members.alone': 'Nobody else is in this workspace yet.',
  'members.none': "Nobody matches ''{query}''.",
  'members.add.title': 'Add people to {name}',
  'members.add.submit': '{count, plural, =0 {Add} one {Add # person} other {Add # people}}',
  'direct.title': 'New message',
  'direct.find': 'Find people',
  'direct.submit': 'Start',
  'person.selected': 'Chosen: {names}',
});
