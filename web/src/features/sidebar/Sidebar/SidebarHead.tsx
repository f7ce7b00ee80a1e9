import {
  Blocks,
  ChevronDown,
  Keyboard,
  LogOut,
  MessageSquarePlus,
  Settings,
  Users,
} from 'lucide-react';
import { PanelLeftClose } from 'lucide-react';
import { memo } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { useKeys } from '../../../keys/useCommand';
import { isAdmin } from '../../../models/rank';
import { IconButton } from '../../../ui/Button/Button';
import { Menu } from '../../../ui/Menu/Menu';
import type { SidebarActions } from './Sidebar';
import styles from './Sidebar.module.css';

const icon = { size: 16, strokeWidth: 1.75 };

/** The workspace and what there is to do in it. */
export const SidebarHead = memo(function SidebarHead({ actions }: { actions: SidebarActions }) {
  const say = useSay();
  const keys = useKeys();
  const { name } = useWorkspace().parts.team;
  const admin = useWorkspaceState(({ people, self }) => isAdmin(people[self]));
  const apps = {
    id: 'apps',
    label: say('sidebar.apps'),
    icon: <Blocks {...icon} />,
    run: actions.apps,
  };
  return (
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
          {
            id: 'people',
            label: say('keys.people'),
            icon: <Users {...icon} />,
            run: () => void keys.run('people'),
          },
          ...(admin ? [apps] : []),
          {
            id: 'help',
            label: say('keys.help'),
            icon: <Keyboard {...icon} />,
            command: 'help',
            run: () => void keys.run('help'),
          },
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
      <div className={styles.tools}>
        <IconButton
          label={say('sidebar.hide')}
          command="sidebar"
          className={styles.hide}
          onClick={() => void keys.run('sidebar')}
        >
          <PanelLeftClose {...icon} />
        </IconButton>
        <IconButton label={say('sidebar.message')} onClick={actions.message}>
          <MessageSquarePlus {...icon} />
        </IconButton>
      </div>
    </div>
  );
});
