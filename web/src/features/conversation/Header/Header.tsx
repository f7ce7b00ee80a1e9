import { ArrowLeft, Hash, Lock, LogOut, UserPlus, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { part } from '../../../app/parts';
import { Link, useLocation } from 'wouter';
import { useWorkspace } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import type { Conversation } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { IconButton } from '../../../ui/Button/Button';
import { tip } from '../../../ui/Tooltip/tip';
import { MuteButton } from '../MuteButton/MuteButton';
import styles from './Header.module.css';

const AddDialog = part(async () => (await import('../../people/AddDialog/AddDialog')).AddDialog);
const MembersDialog = part(async () => (await import('../Members/MembersDialog')).MembersDialog);

interface HeaderProps {
  conversation: Conversation;
  name: string;
}

export function Header({ conversation, name }: HeaderProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const [, go] = useLocation();
  const [open, setOpen] = useState<'members' | 'add'>();
  const [problem, setProblem] = useState<string>();
  const { id, is_private, is_general, member_count, user } = conversation;
  const direct = isDirect(conversation);
  const home = formatAddress({ view: 'workspace', slug: workspace.parts.team.domain });
  const { topic = '' } = conversation;

  const leave = async () => {
    const refused = await workspace.actions.leave(id);
    if (refused === undefined) go(home);
    else setProblem(refusalText(say, refused));
  };

  return (
    <header className={styles.header} data-region="header">
      <Link href={home} className={styles.back} aria-label={say('header.back')}>
        <ArrowLeft size={20} strokeWidth={1.75} />
      </Link>
      <h1 className={styles.title}>
        {conversation.is_im && <Avatar small id={user ?? id} name={name} />}
        {conversation.is_mpim && <Users size={16} strokeWidth={1.75} aria-hidden="true" />}
        {!direct && is_private && <Lock size={16} strokeWidth={1.75} aria-hidden="true" />}
        {!direct && !is_private && <Hash size={16} strokeWidth={1.75} aria-hidden="true" />}
        <bdi className={styles.name} {...tip(name)} data-tip-when="cut">
          {name}
        </bdi>
      </h1>
      <p
        className={problem === undefined ? styles.topic : styles.problem}
        dir="auto"
        {...tip(topic)}
        data-tip-when="cut"
      >
        {problem ?? topic}
      </p>
      <div className={styles.actions}>
        <MuteButton conversation={conversation} onProblem={setProblem} />
        {!conversation.is_im && (
          <button
            type="button"
            className={styles.members}
            aria-label={say('header.members', { count: member_count })}
            {...tip(say('header.members', { count: member_count }))}
            onClick={() => setOpen('members')}
          >
            <Users size={16} strokeWidth={1.75} />
            <span className="number">{say('sidebar.badge', { count: member_count })}</span>
          </button>
        )}
        {!direct && (
          <IconButton label={say('members.add')} onClick={() => setOpen('add')}>
            <UserPlus size={16} strokeWidth={1.75} />
          </IconButton>
        )}
        {!direct && is_general !== true && (
          <IconButton label={say('members.leave')} onClick={() => void leave()}>
            <LogOut size={16} strokeWidth={1.75} className={styles.directed} />
          </IconButton>
        )}
      </div>
      <Suspense>
        {open === 'members' && (
          <MembersDialog
            conversation={conversation}
            name={name}
            onAdd={() => setOpen('add')}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === 'add' && (
          <AddDialog conversation={conversation} name={name} onClose={() => setOpen(undefined)} />
        )}
      </Suspense>
    </header>
  );
}
