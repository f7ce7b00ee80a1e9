import { ArrowLeft, Lock, Pin, Search, Users } from 'lucide-react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import type { Conversation } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { ChannelSign } from '../../../ui/Signs/Signs';
import { tip } from '../../../ui/Tooltip/tip';
import { MuteButton } from '../MuteButton/MuteButton';
import styles from './Header.module.css';

interface HeaderProps {
  conversation: Conversation;
  name: string;
}

export function Header({ conversation, name }: HeaderProps) {
  const say = useSay();
  const { id, is_private, member_count, user } = conversation;
  const direct = isDirect(conversation);
  const slug = useWorkspace().parts.team.domain;
  const home = formatAddress({ view: 'workspace', slug });
  const { topic = '' } = conversation;

  const details = (tab: string) => {
    const pane = { kind: 'details', tab } as const;
    return formatAddress({ view: 'conversation', slug, channel: id, ts: undefined, pane });
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
        {!direct && !is_private && <ChannelSign />}
        <Link
          href={details('about')}
          className={styles.name}
          {...tip(say('header.details', { name }))}
        >
          <bdi>{name}</bdi>
        </Link>
      </h1>
      <p className={styles.topic} dir="auto" {...tip(topic)} data-tip-when="cut">
        {topic}
      </p>
      <div className={styles.actions}>
        <Link
          href={formatAddress({ view: 'search', slug, query: '', channel: id })}
          className={styles.members}
          aria-label={say('header.search')}
          {...tip(say('header.search'), 'find')}
        >
          <Search size={16} strokeWidth={1.75} />
        </Link>
        <MuteButton conversation={conversation} />
        <Link
          href={details('pins')}
          className={styles.members}
          aria-label={say('header.pins')}
          {...tip(say('header.pins'))}
        >
          <Pin size={16} strokeWidth={1.75} />
        </Link>
        {!conversation.is_im && (
          <Link
            href={details(direct ? 'about' : 'members')}
            className={styles.members}
            aria-label={say('header.members', { count: member_count })}
            {...tip(say('header.members', { count: member_count }))}
          >
            <Users size={16} strokeWidth={1.75} />
            <span className="number">{say('sidebar.badge', { count: member_count })}</span>
          </Link>
        )}
      </div>
    </header>
  );
}
