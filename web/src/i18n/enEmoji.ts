import { late } from './catalogue';

/** The texts of the workspace's own emoji. */
export const enEmoji = late({
  'emoji.own.find': 'Find an emoji',
  'emoji.own.none': 'The workspace has no emoji of its own yet. Add one, and all can use it.',
  'emoji.own.nothing': "Nothing matches ''{query}''.",
  'emoji.own.list': 'Own emoji of the workspace',
  'emoji.own.by': 'Added by {person}',
  'emoji.own.alias': 'Another name of :{name}:, by {person}',
  'emoji.own.rename': 'Rename :{name}:',
  'emoji.own.remove': 'Remove :{name}:',
  'emoji.own.remove.title': 'Remove :{name}:?',
  'emoji.own.remove.text': 'Where it is used already, its name stands in its place.',
  'emoji.own.remove.do': 'Remove',
  'emoji.own.add': 'Add an emoji',
  'emoji.own.kind': 'What it is',
  'emoji.own.kind.picture': 'A picture',
  'emoji.own.kind.alias': 'Another name of an emoji',
  'emoji.own.choose': 'Choose a picture',
  'emoji.own.choose.hint': 'PNG, JPEG or GIF. A square one looks best.',
  'emoji.own.unreadable':
    'This is not a picture that the page can read. Choose a PNG, JPEG or GIF.',
  'emoji.own.name': 'Name',
  'emoji.own.name.hint': 'Small letters, digits, _, - and +.',
  'emoji.own.of': 'Of which emoji',
  'emoji.own.save': 'Add',
  'emoji.own.rename.title': 'Rename :{name}:',
  'emoji.own.rename.do': 'Rename',
  'refusal.error_name_taken': 'That name is taken. Choose another one.',
  'refusal.emoji_limit_reached': 'There are as many as a workspace can have. Remove one.',
  'refusal.too_big': 'That picture is too large. Choose a smaller one.',

  'refusal.emoji_not_found': 'There is no emoji of that name.',
  'refusal.no_permission': 'Only admins do this, or who added it.',
} as const);
