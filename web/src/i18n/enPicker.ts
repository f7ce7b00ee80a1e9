import { late } from './catalogue';

/** The texts of the choice of emoji. */
export const enPicker = late({
  'emoji.search': 'Search emoji',
  'emoji.groups': 'Kinds of emoji',
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
