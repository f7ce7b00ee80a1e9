import { late } from './catalogue';

/** The texts of the choice of emoji. */
export const enPicker = late({
  'emoji.search': 'Search emoji',
  'emoji.groups': 'Kinds of emoji',
  'emoji.tone': 'Skin tone',
  'emoji.tone.choice':
    '{tone, select, none {No skin tone} 2 {Light} 3 {Medium-light} 4 {Medium} 5 {Medium-dark} other {Dark}}',
  'emoji.none': 'No emoji of that name.',
  'emoji.group.used': 'Often used',
  'emoji.group.custom': "The workspace's own",
  'emoji.group.smileys-emotion': 'Smileys and feelings',
  'emoji.group.people-body': 'People',
  'emoji.group.animals-nature': 'Animals and nature',
  'emoji.group.food-drink': 'Food and drink',
  'emoji.group.travel-places': 'Travel and places',
  'emoji.group.activities': 'Activities',
  'emoji.group.objects': 'Objects',
  'emoji.group.symbols': 'Symbols',
  'emoji.group.flags': 'Flags',
});
