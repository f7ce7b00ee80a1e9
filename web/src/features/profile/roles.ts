import type { TextId } from '../../i18n/en';
import type { User } from '../../protocol/generated';

/** What somebody is in the workspace. */
export function roleText(user: User): TextId {
  if (user.deleted) return 'profile.deactivated';
  if (user.is_bot) return 'profile.role.bot';
  if (user.is_primary_owner === true) return 'profile.role.primary';
  if (user.is_owner === true) return 'profile.role.owner';
  if (user.is_admin === true) return 'profile.role.admin';
  if (user.is_restricted === true) return 'profile.role.guest';
  return 'profile.role.member';
}
