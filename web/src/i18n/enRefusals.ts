import { late } from './catalogue';

/** Why something was not done, of what is done in parts that come late. */
export const enRefusals = late({
  'refusal.not_authorized': "You're not allowed to do this.",
  'refusal.not_admin': "You're not allowed to do this.",
  'refusal.user_is_restricted': 'Guests cannot do this.',
  'refusal.too_long': 'That is too long. Shorten it.',
  'refusal.cannot_update_admin_user': 'Only owners do this with an owner or an admin.',
  'refusal.last_member': 'Somebody has to stay in a private channel. Archive it instead.',
  'refusal.bad_image': 'This is not a picture. Choose a PNG, JPEG or GIF.',
  'remove.confirm': 'Remove',
} as const);
