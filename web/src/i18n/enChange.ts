import { late } from './catalogue';

/** The texts of changing and deleting messages. */
export const enChange = late({
  'edit.label': 'Edit message',
  'edit.save': 'Save',
  'edit.cancel': 'Cancel',
  'edit.hint': 'Enter saves, Esc leaves',
  'edit.quiet': 'An edit notifies nobody who was not mentioned before.',
  'edit.leave': 'Discard the changes?',
  'edit.failed': "Couldn't save: {reason}",
  'delete.title': 'Delete this message?',
  'delete.text': 'Replies stay, the text is gone for everyone.',
  'delete.confirm': 'Delete',
  'delete.cancel': 'Keep',
  'delete.failed': "Couldn't delete: {reason}",
});
