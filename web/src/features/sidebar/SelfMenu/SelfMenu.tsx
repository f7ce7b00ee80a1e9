import {
  BellOff,
  CircleDashed,
  LogOut,
  MonitorSmartphone,
  Smile,
  SmilePlus,
  User,
} from 'lucide-react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/refusals';
import { useFormats } from '../../../i18n/formats';
import '../../../i18n/enRefusals';
import '../../../i18n/enStatus';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { statusOf } from '../../../models/status';
import { MenuList, type MenuItem } from '../../../ui/Menu/MenuList';
import menu from '../../../ui/Menu/Menu.module.css';
import { useToast } from '../../../ui/Toast/Toast';
import { useServerNow } from '../../useMinute';

interface SelfMenuProps {
  label: string;
  onStatus: () => void;
  onPause: () => void;
  onSessions: () => void;
  onSignOut: () => void;
  onClose: () => void;
}

const icon = { size: 16, strokeWidth: 1.75 };

/** What one says of oneself, and the way out. */
export function SelfMenu(props: SelfMenuProps) {
  const { label, onStatus, onPause, onSessions, onSignOut, onClose } = props;
  const say = useSay();
  const toast = useToast();
  const { moment } = useFormats();
  const go = useGo();
  const { call, team } = useWorkspace().parts;
  const self = useWorkspaceState((state) => state.self);
  const status = useWorkspaceState((state) => state.people[state.self]);
  const away = useWorkspaceState((state) => state.saysAway);
  const dnd = useWorkspaceState((state) => state.dnd[state.self]);
  const now = useServerNow()();
  const said = statusOf(status, now / 1000) !== undefined;
  const endMs = (dnd?.snooze_enabled === true ? (dnd.snooze_endtime ?? 0) : 0) * 1000;
  const paused = endMs > now;

  const act = async (method: string, args?: Record<string, unknown>) => {
    const refused = refusalOf(await call(method, args));
    if (refused !== undefined) toast({ text: refusalText(say, refused) });
  };
  const clear = { status_text: '', status_emoji: '', status_expiration: 0 };
  const items: (MenuItem | false)[] = [
    {
      id: 'status',
      label: say(said ? 'status.change' : 'status.set'),
      icon: <SmilePlus {...icon} />,
      run: onStatus,
    },
    said && {
      id: 'clear',
      label: say('status.clear'),
      icon: <Smile {...icon} />,
      run: () => void act('users.profile.set', { profile: clear }),
    },
    {
      id: 'presence',
      label: say(away ? 'status.active' : 'status.away'),
      icon: <CircleDashed {...icon} />,
      run: () => void act('users.setPresence', { presence: away ? 'auto' : 'away' }),
    },
    {
      id: 'pause',
      label: paused ? say('status.resume', { time: moment(endMs, now) }) : say('status.pause'),
      icon: <BellOff {...icon} />,
      run: paused ? () => void act('dnd.endSnooze') : onPause,
    },
    {
      id: 'profile',
      label: say('status.profile'),
      icon: <User {...icon} />,
      apart: true,
      run: () => go(formatAddress({ view: 'profile', slug: team.domain, user: self })),
    },
    {
      id: 'sessions',
      label: say('self.sessions'),
      icon: <MonitorSmartphone {...icon} />,
      run: onSessions,
    },
    { id: 'signout', label: say('sidebar.signout'), icon: <LogOut {...icon} />, run: onSignOut },
  ];
  return (
    <MenuList
      label={label}
      items={items.filter((item) => item !== false)}
      className={`${menu.menu} ${menu.hung}`}
      onClose={onClose}
    />
  );
}
