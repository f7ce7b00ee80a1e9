import { late } from './catalogue';

/** The texts of links that are put up in a conversation. */
export const enBookmarks = late({
  'bookmarks.title': 'Bookmarks',
  'bookmarks.add': 'Add a bookmark',
  'bookmarks.menu': 'Change or remove {title}',
  'bookmarks.edit': 'Edit…',
  'bookmarks.remove': 'Remove',
  'bookmarks.removed': '{title} is removed.',
  'bookmarks.dialog.add': 'Add a bookmark',
  'bookmarks.dialog.edit': 'Edit the bookmark',
  'bookmarks.link': 'Link',
  'bookmarks.link.wrong': 'Give an address that begins with https://, http:// or mailto:.',
  'bookmarks.name': 'Name',
  'bookmarks.name.hint': 'Empty: the address.',
  'bookmarks.emoji': 'Emoji before the name',
  'bookmarks.emoji.none': 'No emoji',
  'bookmarks.save': 'Save',
  'refusal.invalid_link': 'Give an address that begins with https://, http:// or mailto:.',
  'refusal.too_many_bookmarks':
    'There are as many bookmarks as a conversation can have. Remove one.',
  'refusal.not_found': 'It is not there any more.',
} as const);
