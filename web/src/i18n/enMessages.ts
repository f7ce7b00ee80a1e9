/** The texts of what can be done with messages. */
export const enMessages = {
  'message.saved': 'Saved for later',
  'message.pinned': 'Pinned',
  'message.meta.edited': 'edited',
  'message.meta.reactions': '{count, plural, one {# reaction} other {# reactions}}',

  'reaction.add': 'Add a reaction',
  'reaction.who': '{names} reacted with :{emoji}:',
  'reaction.who.closed': '{names} reacted with :{emoji}:. The channel is archived.',

  'menu.link.done': 'Link copied.',
  'menu.text.done': 'Text copied.',
  'menu.copy.failed': "Couldn't copy. The browser does not let this page.",

  'refusal.too_many_emoji': 'This message has too many different reactions.',
  'refusal.too_many_reactions': 'You gave this message too many reactions.',
  'refusal.too_many_pins': 'Too much is pinned here. Unpin something first.',
  'refusal.not_pinnable': "This can't be pinned.",
} as const;
