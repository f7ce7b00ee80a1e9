import { late } from './catalogue';

/** The texts of what can be done with messages, after the first paint. */
export const enRow = late({
  'list.newSince': '{count, plural, one {# new message} other {# new messages}} since {time}',
  'list.markRead': 'Mark read',
  'message.more': 'More actions',
  'reaction.with': 'React with :{emoji}:',
  'menu.reply': 'Reply in thread',
  'menu.thread': 'Open thread',
  'menu.archived': 'Archived',
  'menu.react': 'Add a reaction…',
  'menu.save': 'Save for later',
  'menu.unsave': 'Take from what is saved',
  'menu.pin': 'Pin to this conversation',
  'menu.unpin': 'Unpin',
  'menu.unread': 'Mark unread from here',
  'menu.remind': 'Remind me…',
  'menu.link': 'Copy link',
  'menu.text': 'Copy text',
  'menu.edit': 'Edit',
  'menu.delete': 'Delete…',
  'remind.soon': 'In 20 minutes ({time})',
  'remind.hour': 'In an hour ({time})',
  'remind.hours': 'In 3 hours ({time})',
  'remind.tomorrow': 'Tomorrow ({time})',
  'remind.monday': 'Next Monday ({time})',
  'remind.done': 'You will be reminded: {time}.',
});
