import { late } from './catalogue';

/** The texts of the editor of messages. */
export const enComposer = late({
  'composer.completions': 'Suggestions',
  'composer.notifies.channel': 'Notifies {count, plural, one {# member} other {# members}}',
  'keys.bold': 'Bold',
  'keys.italic': 'Italic',
  'keys.strike': 'Struck through',
  'keys.code': 'Code',
  'keys.numbers': 'Numbered list',
  'keys.bullets': 'Bulleted list',
  'keys.quote': 'Quote',
  'keys.link': 'Link',
  'composer.left': '{count, plural, one {# character} other {# characters}} left',
  'composer.over': 'Over 40,000 characters. Shorten it by {count}.',
  'composer.toolbar': 'Formatting',
  'composer.toolbar.show': 'Show formatting',
  'composer.toolbar.hide': 'Hide formatting',
  'composer.codeBlock': 'Code block',
  'composer.link.title': 'Link',
  'composer.link.address': 'Address',
  'composer.link.words': 'Words',
  'composer.link.bad': 'Use an address that begins with https:// or mailto:.',
  'composer.link.save': 'Save',
  'composer.link.remove': 'Remove link',
  'composer.notifies.here': 'Notifies those who are active',
});
