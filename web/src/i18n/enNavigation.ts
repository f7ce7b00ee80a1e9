import { enSidebar } from './enSidebar';

/** The texts of what leads from one place to another. */
export const enNavigation = {
  ...enSidebar,
  'keys.people': 'People and groups',
  'keys.help': 'Keyboard shortcuts',
  'title.plain': '{name} – {team}',
  'title.unread': '• {name} – {team}',
  'title.count': '({count}) {name} – {team}',
  'title.people': 'People',
  'title.groups': 'Groups',
  'title.admin': 'Administration',
  'title.page': '{page} – Parley',

  'readAll.done': '{count, plural, one {# conversation} other {# conversations}} marked read.',
  'readAll.none': "You're up to date.",
  'readAll.undo': 'Undo',
  'toast.dismiss': 'Dismiss',
} as const;
