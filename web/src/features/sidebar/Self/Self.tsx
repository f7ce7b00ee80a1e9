import { memo, Suspense, useRef, useState } from 'react';
import { useStatus, useWorkspaceState } from '../../../app/context';
import { part } from '../../../app/parts';
import { useSay } from '../../../i18n/Texts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import menu from '../../../ui/Menu/Menu.module.css';
import { Presence } from '../../../ui/Presence/Presence';
import { tip } from '../../../ui/Tooltip/tip';
import { useNames } from '../../names';
import { useQuiet } from '../../status/useQuiet';
import { StatusMark } from '../../status/StatusMark/StatusMark';
import styles from './Self.module.css';

const SelfMenu = part(async () => (await import('../SelfMenu/SelfMenu')).SelfMenu);
const StatusDialog = part(
  async () => (await import('../../status/StatusDialog/StatusDialog')).StatusDialog,
);
const PauseDialog = part(
  async () => (await import('../../status/PauseDialog/PauseDialog')).PauseDialog,
);

interface SelfProps {
  onSessions: () => void;
  onSignOut: () => void;
}

/** Who one is here. Others see one as active while the page is connected, unless one says otherwise. */
export const Self = memo(function Self({ onSessions, onSignOut }: SelfProps) {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'menu' | 'status' | 'pause'>();
  const self = useWorkspaceState((state) => state.self);
  const away = useWorkspaceState((state) => state.saysAway);
  const live = useStatus((status) => status.link.phase === 'live');
  const name = useNames().person(self);
  const quiet = useQuiet(self);
  const there = say(live ? (away ? 'person.away' : 'self.active') : 'self.away');
  const status = quiet ? say('person.quiet', { status: there }) : there;
  const label = say('self.menu', { name, status });
  const close = () => {
    setOpen(undefined);
    button.current?.focus();
  };
  return (
    <div className={styles.foot}>
      <div className={menu.root} data-above="true">
        <button
          ref={button}
          type="button"
          aria-haspopup="menu"
          aria-expanded={open === 'menu'}
          aria-label={label}
          {...(open === 'menu' ? {} : tip(label))}
          className={styles.self}
          onClick={() => setOpen(open === 'menu' ? undefined : 'menu')}
        >
          <Avatar small id={self} name={name} />
          <bdi className={styles.name}>{name}</bdi>
          <StatusMark user={self} />
          <Presence active={live && !away} quiet={quiet} label={status} />
        </button>
        <Suspense>
          {open === 'menu' && (
            <SelfMenu
              label={label}
              onStatus={() => setOpen('status')}
              onPause={() => setOpen('pause')}
              onSessions={onSessions}
              onSignOut={onSignOut}
              onClose={close}
            />
          )}
        </Suspense>
      </div>
      <Suspense>
        {open === 'status' && <StatusDialog onClose={close} />}
        {open === 'pause' && <PauseDialog onClose={close} />}
      </Suspense>
    </div>
  );
});
