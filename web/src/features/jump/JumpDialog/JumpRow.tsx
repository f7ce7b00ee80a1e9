import { LayoutList, Lock, Search, Settings, Terminal, Users } from 'lucide-react';
import { memo } from 'react';
import '../../../i18n/enJump';
import { useSay, type Say } from '../../../i18n/Texts';
import type { Target } from '../../../models/jump/targets';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { ChannelSign } from '../../../ui/Signs/Signs';
import styles from './JumpDialog.module.css';

interface JumpRowProps {
  /** The id of the list that it is in. */
  list: string;
  index: number;
  /** Nothing: the search for what was typed. */
  target: Target | undefined;
  query: string;
  active: boolean;
  onOpen: (index: number) => void;
  onOver: (index: number) => void;
}

/** Most rows stay as they are while one types. */
export const JumpRow = memo(function JumpRow(props: JumpRowProps) {
  const { list, index, target, query, active, onOpen, onOver } = props;
  const say = useSay();
  return (
    <li
      id={`${list}-${index}`}
      role="option"
      aria-selected={active}
      aria-label={target === undefined ? say('jump.search', { query }) : labelOf(target, say)}
      data-unread={target?.unread === true || target?.mention === true}
      className={styles.row}
      onClick={() => onOpen(index)}
      onPointerMove={() => onOver(index)}
    >
      <Icon target={target} />
      <bdi className={styles.name}>{target?.title ?? say('jump.search', { query })}</bdi>
      {target !== undefined && <span className={styles.note}>{noteOf(target, say)}</span>}
      {target?.mention === true && <span className={styles.dot} />}
    </li>
  );
});

function Icon({ target }: { target: Target | undefined }) {
  const look = { size: 16, strokeWidth: 1.75, className: styles.icon, 'aria-hidden': true };
  switch (target?.kind) {
    case undefined:
      return <Search {...look} />;
    case 'channel':
      return <ChannelSign className={styles.icon} />;
    case 'private':
      return <Lock {...look} />;
    case 'group':
      return <Users {...look} />;
    case 'person':
      return <Avatar small id={target.key} name={target.title} />;
    case 'view':
      return <LayoutList {...look} />;
    case 'setting':
      return <Settings {...look} />;
    case 'command':
      return <Terminal {...look} />;
  }
}

function noteOf({ kind, member, gone }: Target, say: Say): string {
  if (gone) return say(kind === 'person' ? 'jump.deactivated' : 'jump.archived');
  if (kind === 'channel' && !member) return say('jump.join');
  return kind === 'view' || kind === 'setting' || kind === 'command'
    ? say(`jump.kind.${kind}`)
    : '';
}

function labelOf(target: Target, say: Say): string {
  const { title: name, kind, unread } = target;
  const note = noteOf(target, say);
  const values = { name, kind: note === '' ? say(`jump.kind.${kind}`) : note };
  return say(unread ? 'jump.label.unread' : 'jump.label', values);
}
