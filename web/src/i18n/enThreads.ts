/** The texts of the right pane and of threads. */
export const enThreads = {
  'pane.back': 'Back',
  'pane.close': 'Close (Esc)',
  'pane.resize': 'Width of this pane',

  'thread.title': 'Thread',
  'thread.channel': '#{name}',
  'thread.label': 'Thread in {name}',
  'thread.none': 'No replies yet.',
  'thread.replies': '{count, plural, one {# reply} other {# replies}}',
  'thread.follow': 'Follow this thread',
  'thread.unfollow': 'Stop following this thread',
  'thread.composer': 'Reply…',
  'thread.composer.region': 'Reply',
  'thread.also': 'Also send to #{name}',
  'thread.also.direct': 'Also send to {name}',
  'thread.unread': 'Unread replies',
  'thread.last': 'Last reply {time}',
  'thread.replied': 'replied in thread:',
  'thread.replied.somewhere': 'replied in a',
  'message.deleted': 'Message deleted',
} as const;
