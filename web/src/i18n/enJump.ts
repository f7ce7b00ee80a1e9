import { late } from './catalogue';

/** The texts of the jump list and of a channel that one is not in. */
export const enJump = late({
  'jump.title': 'Jump to',
  'jump.field': 'Jump to a conversation, person or command',
  'jump.placeholder': 'Jump to… (# channels, @ people, > commands)',
  'jump.results': 'Places to jump to',
  'jump.count': '{count, plural, =0 {Nothing found} one {# result} other {# results}}',
  'jump.search': "Search messages for ''{query}''",
  'jump.none': "Nothing is called ''{query}''.",
  'jump.join': 'not joined',
  'jump.archived': 'archived',
  'jump.deactivated': 'deactivated',
  'jump.setting': 'Preferences: {name}',
  'jump.kind.channel': 'channel',
  'jump.kind.private': 'private channel',
  'jump.kind.group': 'group',
  'jump.kind.person': 'person',
  'jump.kind.view': 'view',
  'jump.kind.setting': 'preference',
  'jump.kind.command': 'command',
  'jump.label': '{name}, {kind}',
  'jump.label.unread': '{name}, {kind}, unread',
  'join.title': "You're not in #{name}.",
  'join.members': '{count, plural, one {# member} other {# members}}',
  'join.join': 'Join #{name}',
});
