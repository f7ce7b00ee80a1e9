import { Blocks, ChevronDown, LogOut, MessageSquarePlus, Settings } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useStatus, useWorkspace, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { isAdmin } from '../../../models/rank';
import type { SidebarSection } from '../../../models/sidebar';
import { IconButton, TextButton } from '../../../ui/Button/Button';
import { Menu } from '../../../ui/Menu/Menu';
import { SidebarSkeleton } from '../../../ui/Skeleton/Skeleton';
import { Section } from '../Section/Section';
import { Self } from '../Self/Self';
import styles from './Sidebar.module.css';

export interface SidebarActions {
  apps: () => void;
  browse: () => void;
  create: () => void;
  message: () => void;
  settings: () => void;
  sessions: () => void;
  signOut: () => void;
}

interface SidebarProps {
  sections: readonly SidebarSection[];
  open: string | undefined;
  actions: SidebarActions;
}

export function Sidebar({ sections, open, actions }: SidebarProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const ready = useStatus((status) => status.ready);
  const admin = useWorkspaceState(({ people, self }) => isAdmin(people[self]));
  const [collapsed, setCollapsed] = useState<readonly string[]>([]);
  const { name, domain } = workspace.parts.team;
  const all = sections.flatMap((section) => section.rows);
  const tabStop = all.some(({ id }) => id === open) ? open : all[0]?.id;
  const icon = { size: 16, strokeWidth: 1.75 };

  return (
    <nav
      aria-label={say('sidebar.label')}
      className={styles.sidebar}
      data-region="sidebar"
      onKeyDown={moveFocus}
    >
      <div className={styles.head}>
        <Menu
          label={say('sidebar.menu')}
          className={styles.team}
          items={[
            {
              id: 'settings',
              label: say('sidebar.preferences'),
              icon: <Settings {...icon} />,
              run: actions.settings,
            },
            ...(admin
              ? [
                  {
                    id: 'apps',
                    label: say('sidebar.apps'),
                    icon: <Blocks {...icon} />,
                    run: actions.apps,
                  },
                ]
              : []),
            {
              id: 'signout',
              label: say('sidebar.signout'),
              icon: <LogOut {...icon} />,
              run: actions.signOut,
            },
          ]}
        >
          <bdi className={styles.name}>{name}</bdi>
          <ChevronDown {...icon} />
        </Menu>
        <IconButton label={say('sidebar.message')} onClick={actions.message}>
          <MessageSquarePlus {...icon} />
        </IconButton>
      </div>
      <div className={styles.scroller}>
        {!ready && <SidebarSkeleton />}
        {ready &&
          sections.map((section) => (
            <Section
              key={section.id}
              section={section}
              slug={domain}
              open={open}
              tabStop={tabStop}
              collapsed={collapsed.includes(section.id)}
              addLabel={say(section.id === 'channels' ? 'sidebar.create' : 'sidebar.message')}
              onCollapse={() => setCollapsed(flip(collapsed, section.id))}
              onAdd={section.id === 'channels' ? actions.create : actions.message}
              empty={say(section.id === 'channels' ? 'sidebar.empty' : 'sidebar.empty.direct')}
            />
          ))}
        {ready && (
          <div className={styles.browse}>
            <TextButton onClick={actions.browse}>{say('sidebar.browse')}</TextButton>
          </div>
        )}
      </div>
      {ready && <Self onSessions={actions.sessions} onSignOut={actions.signOut} />}
    </nav>
  );
}

function flip(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
}

/** Arrows walk the conversations; the whole list is one tab stop. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(document.activeElement instanceof HTMLAnchorElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const next = links[links.indexOf(document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
