import { late } from './catalogue';

/** The texts of the view of threads. */
export const enFollowed = late({
  'threads.title': 'Threads',
  'threads.none': 'You follow no threads yet. Reply in one, or follow it, and it stands here.',
  'threads.new': '{count, plural, one {# new reply} other {# new replies}}',
  'threads.more': '{count, plural, one {# more reply} other {# more replies}}',
  'threads.open': 'Open thread',
  'threads.show': 'Show more',
  'threads.readAll': 'Mark all read',
  'threads.read': '{count, plural, one {# reply} other {# replies}} marked read.',
});
