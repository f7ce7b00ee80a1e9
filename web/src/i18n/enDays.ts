import { late } from './catalogue';

/** The texts of the way to other days. */
export const enDays = late({
  'days.jump': '{day}: go to another day',
  'days.newest': 'Newest messages',
  'days.yesterday': 'Yesterday',
  'days.week': 'A week ago',
  'days.start': 'The very beginning',
  'days.pick': 'Another day…',
  'days.pick.title': 'Go to a day',
  'days.pick.label': 'Day',
  'days.pick.go': 'Go',
  'days.none': 'Choose a day.',
  'days.future': 'Nothing was said on that day yet.',
});
