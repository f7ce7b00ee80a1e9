import { Lock, Pencil, Users } from 'lucide-react';
import { memo, useRef } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import type { SidebarRow } from '../../../models/sidebar';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Badge } from '../../../ui/Badge/Badge';
import { IconButton } from '../../../ui/Button/Button';
import { pointOf } from '../../../ui/Menu/ContextMenu';
import { ChannelSign, MoreSign } from '../../../ui/Signs/Signs';
import { tip } from '../../../ui/Tooltip/tip';
import { PersonPresence } from '../../status/PersonPresence/PersonPresence';
import { StatusMark } from '../../status/StatusMark/StatusMark';
import type { AskedMenu } from '../RowMenu/RowMenu';
import styles from './Row.module.css';

interface RowProps {
  row: SidebarRow;
  href: string;
  open: boolean;
  tabStop: boolean;
  onMenu: (asked: AskedMenu) => void;
}

const hoverMs = 120;
/** Longer names are cut in the middle: their ends tell them apart. */
const longest = 16;
const tail = 6;

export const Row = memo(function Row({ row, href, open, tabStop, onMenu }: RowProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id, title, unread, count } = row;
  const active = useWorkspaceState((state) =>
    row.user === undefined ? undefined : state.active[row.user],
  );
  const drafted = useStore(workspace.drafts.store, (drafts) => (drafts[id]?.text ?? '') !== '');
  const label = () => {
    if (count > 0) return say('sidebar.row.count', { name: title, count });
    if (unread) return say('sidebar.row.unread', { name: title });
    if (row.muted) return say('sidebar.row.muted', { name: title });
    return row.kind === 'private' ? say('sidebar.row.private', { name: title }) : title;
  };
  const name = drafted && !open ? say('sidebar.row.drafted', { label: label() }) : label();
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => workspace.pages.newest(id), hoverMs);
  };
  return (
    <div className={styles.place}>
      <Link
        href={href}
        className={styles.row}
        aria-label={name}
        aria-current={open ? 'page' : undefined}
        aria-haspopup="menu"
        data-id={id}
        data-unread={unread}
        data-muted={row.muted}
        tabIndex={tabStop ? 0 : -1}
        {...tip(title)}
        data-tip-when="cut"
        onPointerEnter={soon}
        onPointerLeave={() => clearTimeout(timer.current)}
        onFocus={soon}
        onBlur={() => clearTimeout(timer.current)}
        onContextMenu={(event) => {
          if (event.shiftKey && event.button === 2) return;
          event.preventDefault();
          onMenu({ row, at: pointOf(event, event.currentTarget) });
        }}
      >
        <Icon row={row} />
        <Title title={title} />
        {row.user !== undefined && <StatusMark user={row.user} />}
        {drafted && !open && <Pencil size={16} strokeWidth={1.75} className={styles.icon} />}
        {active !== undefined && row.user !== undefined && (
          <PersonPresence user={row.user} active={active} />
        )}
        {count > 0 && <Badge count={count} />}
      </Link>
      <IconButton
        tabIndex={-1}
        aria-haspopup="menu"
        label={say('sidebar.row.menu', { name: title })}
        className={styles.more}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMenu({ row, at: { x: left, y: bottom } });
        }}
      >
        <MoreSign />
      </IconButton>
    </div>
  );
}, sameRow);

function Title({ title }: { title: string }) {
  const letters = Array.from(title);
  if (letters.length <= longest) {
    return (
      <span className={styles.title}>
        <bdi className={styles.name}>{title}</bdi>
      </span>
    );
  }
  return (
    <span className={styles.title}>
      <bdi className={styles.name}>
        <span className={styles.start}>{letters.slice(0, -tail).join('')}</span>
        <span className={styles.end}>{letters.slice(-tail).join('')}</span>
      </bdi>
    </span>
  );
}

function Icon({ row }: { row: SidebarRow }) {
  switch (row.kind) {
    case 'channel':
      return <ChannelSign className={styles.icon} />;
    case 'private':
      return <Lock size={16} strokeWidth={1.75} className={styles.icon} />;
    case 'group':
      return <Users size={16} strokeWidth={1.75} className={styles.icon} />;
    case 'person':
      return <Avatar small id={row.user ?? row.id} name={row.title} />;
  }
}

function sameRow(one: RowProps, two: RowProps): boolean {
  return (
    one.open === two.open &&
    one.tabStop === two.tabStop &&
    one.href === two.href &&
    one.onMenu === two.onMenu &&
    one.row.title === two.row.title &&
    one.row.unread === two.row.unread &&
    one.row.muted === two.row.muted &&
    one.row.count === two.row.count &&
    one.row.kind === two.row.kind
  );
}
