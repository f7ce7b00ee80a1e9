import { late } from './catalogue';

/** The texts of the views that look at many conversations. */
export const enViews = late({
  'views.back': 'Back to conversations',
  'views.done': "You're up to date.",
  'views.excerpt': '{author} in {place}, {time}',
  'views.unreads.read': 'Mark read',
  'views.unreads.readAll': 'Mark all read',
  'views.unreads.fold': 'Show or hide {name}',
  'views.unreads.count': '{count, plural, one {# new message} other {# new messages}}',
  'views.unreads.more': 'All {count} new messages',
  'views.unreads.hint': 'Enter opens a conversation, R marks it read.',
  'views.drafts.begun': 'Begun',
  'views.drafts.none': 'Nothing begun, nothing scheduled, all sent.',
  'views.drafts.delete': 'Delete draft',
  'views.lost': 'Replaced',
  'views.lost.note':
    'Gave way to something newer, {time}. Kept for {days, plural, one {# day} other {# days}}.',
  'views.lost.restore': 'Restore',
  'views.drafts.in': 'Thread in {name}',
  'views.drafts.left': "A channel you're not in",
  'views.drafts.left.in': "Thread in a channel you're not in",
  'views.scheduled': 'Scheduled',
  'views.unsent': 'Not sent',
  'views.unsent.retry': 'Retry all',
  'views.unsent.delete': 'Delete',
});
