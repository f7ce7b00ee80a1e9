import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useStatus, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Menu } from '../../../ui/Menu/Menu';
import { Presence } from '../../../ui/Presence/Presence';
import { useNames } from '../../names';
import styles from './Self.module.css';

interface SelfProps {
  onSessions: () => void;
  onSignOut: () => void;
}

/** Who one is here, and the way out. Others see one as active while the page is connected. */
export function Self({ onSessions, onSignOut }: SelfProps) {
  const say = useSay();
  const self = useWorkspaceState((state) => state.self);
  const active = useStatus((status) => status.link.phase === 'live');
  const name = useNames().person(self);
  const icon = { size: 16, strokeWidth: 1.75 };
  const status = say(active ? 'self.active' : 'self.away');
  return (
    <div className={styles.foot}>
      <Menu
        above
        label={say('self.menu', { name, status })}
        className={styles.self}
        items={[
          {
            id: 'sessions',
            label: say('self.sessions'),
            icon: <MonitorSmartphone {...icon} />,
            run: onSessions,
          },
          {
            id: 'signout',
            label: say('sidebar.signout'),
            icon: <LogOut {...icon} />,
            run: onSignOut,
          },
        ]}
      >
        <Avatar small id={self} name={name} />
        <bdi className={styles.name}>{name}</bdi>
        <Presence active={active} label={status} />
      </Menu>
    </div>
  );
}
