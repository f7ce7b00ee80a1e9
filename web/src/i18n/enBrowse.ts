import { late } from './catalogue';

/** The texts of the channel browser. */
export const enBrowse = late({
  'browse.title': 'Browse channels',
  'browse.find': 'Find a channel',
  'browse.join': 'Join',
  'browse.look': 'Look at {name} before joining',
  'browse.joined': 'Joined',
  'browse.channels': 'Channels',
  'browse.loading': 'Loading more channels',
  'browse.none': 'No channel matches. Check the spelling, or show others.',
  'browse.members': '{count, plural, one {# member} other {# members}}',
  'browse.show': 'Show',
  'browse.show.all': 'All channels',
  'browse.show.mine': 'Joined ones',
  'browse.show.other': 'Not joined ones',
  'browse.show.archived': 'Archived ones',
  'browse.sort': 'Sort by',
  'browse.sort.name': 'Name',
  'browse.sort.members': 'Most members',
  'browse.sort.newest': 'Newest',
});
