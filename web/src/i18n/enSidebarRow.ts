import { late } from './catalogue';

/** The texts of what can be done with a conversation of the sidebar. */
export const enSidebarRow = late({
  'sidebar.tab': 'Open in a new tab',
  'sidebar.read': 'Mark read',
  'sidebar.mute': 'Mute',
  'sidebar.unmute': 'Unmute',
  'sidebar.star': 'Star',
  'sidebar.unstar': 'Remove the star',
  'sidebar.copy': 'Copy the link',
  'sidebar.copied': 'Link copied.',
  'sidebar.leave': 'Leave channel',
  'sidebar.close': 'Close conversation',
});
