import { late } from './catalogue';

/** The texts of what is asked and told when a message leaves the composer. */
export const enSending = late({
  'sending.ask.channel':
    'This notifies {count, plural, one {# person} other {# people}}. Send anyway?',
  'sending.ask.here':
    'This notifies all who are active of {count, plural, one {# person} other {# people}}. Send anyway?',
  'sending.ask.title': 'Notify so many?',
  'sending.ask.send': 'Send',
  'sending.ask.back': 'Keep writing',
  'sending.outside':
    "{count, plural, one {{names} isn't} other {{names} aren't}} in #{name} and won't see this.",
  'sending.outside.more': '{count, plural, one {# other} other {# others}}',
  'sending.invite': 'Invite',
  'sending.leave': 'Leave it',
  'sending.dismiss': 'Dismiss',
  'sending.tooFast': 'Sending too fast. It goes on in {count} s.',
  'sending.undo.gone': "It can't be taken back any more.",
});
