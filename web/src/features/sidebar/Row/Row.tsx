import { Hash, Lock, Users } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import type { SidebarRow } from '../../../models/sidebar';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Badge } from '../../../ui/Badge/Badge';
import { Presence } from '../../../ui/Presence/Presence';
import { tip } from '../../../ui/Tooltip/tip';
import styles from './Row.module.css';

interface RowProps {
  row: SidebarRow;
  href: string;
  open: boolean;
  tabStop: boolean;
}

export const Row = memo(function Row({ row, href, open, tabStop }: RowProps) {
  const say = useSay();
  const { title, unread, count } = row;
  const active = useWorkspaceState((state) =>
    row.user === undefined ? undefined : state.active[row.user],
  );
  const label = () => {
    if (count > 0) return say('sidebar.row.count', { name: title, count });
    if (unread) return say('sidebar.row.unread', { name: title });
    if (row.muted) return say('sidebar.row.muted', { name: title });
    return row.kind === 'private' ? say('sidebar.row.private', { name: title }) : title;
  };
  return (
    <Link
      href={href}
      className={styles.row}
      aria-label={label()}
      aria-current={open ? 'page' : undefined}
      data-unread={unread}
      data-muted={row.muted}
      tabIndex={tabStop ? 0 : -1}
      {...tip(title)}
      data-tip-when="cut"
    >
      <Icon row={row} />
      <bdi className={styles.title}>{title}</bdi>
      {active !== undefined && (
        <Presence active={active} label={say(active ? 'person.active' : 'person.away')} />
      )}
      {count > 0 && <Badge count={count} />}
    </Link>
  );
}, sameRow);

function Icon({ row }: { row: SidebarRow }) {
  switch (row.kind) {
    case 'channel':
      return <Hash size={16} strokeWidth={1.75} className={styles.icon} />;
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
    one.row.title === two.row.title &&
    one.row.unread === two.row.unread &&
    one.row.muted === two.row.muted &&
    one.row.count === two.row.count &&
    one.row.kind === two.row.kind
  );
}
