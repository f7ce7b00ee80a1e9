import { late } from './catalogue';

/** Why something was not done, of what is done in parts that come late. */
export const enRefusals = late({
  'refusal.unanswered': 'The server does not answer.',
  'refusal.name_taken': 'That name is taken. Try another one.',
  'refusal.invalid_name': 'Use lower-case letters, digits, - and _.',
  'refusal.cant_update_message': "You can't change this message.",
  'refusal.cant_delete_message': "You can't delete this message.",
  'refusal.edit_window_closed': "This message can't be changed any more.",
  'refusal.cant_leave_general': 'Nobody can leave this channel.',
  'refusal.cant_kick_from_general': 'Nobody can be removed from this channel.',
  'refusal.cant_kick_self': "You can't remove yourself. Leave the channel instead.",
  'refusal.user_not_found': 'This person does not exist any more.',
  'refusal.user_disabled': 'This person is deactivated.',
  'refusal.not_authorized': "You're not allowed to do this.",
  'refusal.not_admin': "You're not allowed to do this.",
  'refusal.user_is_restricted': 'Guests cannot do this.',
  'refusal.too_long': 'That is too long. Shorten it.',
  'refusal.cannot_update_admin_user': 'Only owners do this with an owner or an admin.',
  'refusal.last_member': 'Somebody has to stay in a private channel. Archive it instead.',
  'refusal.snooze_failed': 'That time cannot be set. Choose another one, within a year.',
  'refusal.bad_image': 'This is not a picture. Choose a PNG, JPEG or GIF.',
  'remove.confirm': 'Remove',
} as const);
