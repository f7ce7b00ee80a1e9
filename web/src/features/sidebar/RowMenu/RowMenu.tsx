import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { Refusal } from '../../../app/workspace/refusals';
import { readAll } from '../../../app/workspace/readAll';
import '../../../i18n/enRefusals';
import '../../../i18n/enSidebarRow';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { SidebarRow } from '../../../models/sidebar';
import { isStarred } from '../../../store/stars';
import { ContextMenu, type Point } from '../../../ui/Menu/ContextMenu';
import type { MenuItem } from '../../../ui/Menu/MenuList';
import { useToast } from '../../../ui/Toast/Toast';

export interface AskedMenu {
  row: SidebarRow;
  at: Point;
}

interface RowMenuProps extends AskedMenu {
  open: boolean;
  onClose: () => void;
}

/** What can be done with a conversation of the sidebar. */
export function RowMenu({ row, at, open, onClose }: RowMenuProps) {
  const say = useSay();
  const toast = useToast();
  const workspace = useWorkspace();
  const go = useGo();
  const general = useWorkspaceState((state) => state.conversations[row.id]?.is_general === true);
  const starred = useWorkspaceState((state) => isStarred(state, row.id));
  const slug = workspace.parts.team.domain;
  const path = formatAddress({ view: 'conversation', slug, channel: row.id, ts: undefined });
  const direct = row.kind === 'person' || row.kind === 'group';
  const tell = async (doing: Promise<Refusal>): Promise<boolean> => {
    const refused = await doing;
    if (refused !== undefined) toast({ text: refusalText(say, refused) });
    return refused === undefined;
  };
  const depart = async () => {
    const { actions } = workspace;
    const gone = await tell(direct ? actions.close(row.id) : actions.leave(row.id));
    if (gone && open) go(formatAddress({ view: 'workspace', slug }));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    toast({ text: say('sidebar.copied') });
  };
  const read = () => readAll(workspace.store.getState(), workspace.reader, [row.id]);
  const items: (MenuItem | false)[] = [
    { id: 'tab', label: say('sidebar.tab'), run: () => void window.open(path, '_blank') },
    row.unread && { id: 'read', label: say('sidebar.read'), run: () => void read() },
    {
      id: 'mute',
      label: say(row.muted ? 'sidebar.unmute' : 'sidebar.mute'),
      run: () => void tell(workspace.actions.mute(row.id, !row.muted)),
    },
    {
      id: 'star',
      label: say(starred ? 'sidebar.unstar' : 'sidebar.star'),
      run: () => void tell(workspace.actions.messages.star(row.id, undefined, !starred)),
    },
    // Missing where the page is not a secure context.
    'clipboard' in navigator && { id: 'copy', label: say('sidebar.copy'), run: () => void copy() },
    (direct || !general) && {
      id: 'leave',
      label: say(direct ? 'sidebar.close' : 'sidebar.leave'),
      danger: !direct,
      apart: true,
      run: () => void depart(),
    },
  ];
  return (
    <ContextMenu
      label={say('sidebar.row.menu', { name: row.title })}
      items={items.filter((item) => item !== false)}
      at={at}
      onClose={onClose}
    />
  );
}
