import { late } from './catalogue';

/** The texts of what one keeps for later. */
export const enLater = late({
  'later.saved': 'Saved',
  'later.saved.done': 'Done',
  'later.saved.removed': 'No longer saved.',
  'later.none':
    'Nothing saved, nothing to be reminded of. Save a message by its menu, or by A, and it stands here.',
  'later.reminders': 'Reminders',
  'later.at': '{time}',
  'later.due': 'Due since {time}',
  'later.daily': 'Every day',
  'later.weekly': 'Every week',
  'later.monthly': 'Every month',
  'later.yearly': 'Every year',
  'later.complete': 'Complete',
  'later.completed': 'Completed',
  'later.completed.at': 'Completed {time}',
  'later.complete.done': 'Reminder completed.',
  'later.delete': 'Delete',
  'later.delete.done': 'Reminder deleted.',
  'later.undo': 'Undo',
});
