import { Check } from 'lucide-react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enBrowse';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { FoundChannel } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Link } from '../../../ui/Link/Link';
import { ChannelSign } from '../../../ui/Signs/Signs';
import { tip } from '../../../ui/Tooltip/tip';
import styles from './ChannelRow.module.css';

interface ChannelRowProps {
  channel: FoundChannel;
  /** The Tab key enters this row. */
  reached: boolean;
  onJoin: (channel: string) => void;
}

/** A public channel, which one may look at or join. */
export function ChannelRow({ channel, reached, onJoin }: ChannelRowProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const { id, name, num_members: count } = channel;
  const joined = useWorkspaceState(({ conversations }) => conversations[id] !== undefined);
  const about = aboutOf(channel);
  const tabIndex = reached ? 0 : -1;
  return (
    <div className={styles.row}>
      <ChannelSign className={styles.icon} />
      <span className={styles.words}>
        <Link
          href={formatAddress({ view: 'conversation', slug, channel: id, ts: undefined })}
          className={styles.name}
          tabIndex={tabIndex}
          aria-label={joined ? undefined : say('browse.look', { name })}
          {...tip(name)}
          data-tip-when="cut"
        >
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.note}>
          {say('browse.members', { count })}
          {about !== '' && (
            <>
              {' · '}
              <bdi>{about}</bdi>
            </>
          )}
        </span>
      </span>
      {joined && (
        <span className={styles.joined}>
          <Check size={16} strokeWidth={1.75} aria-hidden="true" />
          {say('browse.joined')}
        </span>
      )}
      {!joined && !channel.is_archived && (
        <Button tabIndex={tabIndex} onClick={() => onJoin(id)}>
          {say('browse.join')}
        </Button>
      )}
    </div>
  );
}

/** What a channel is for, or else what goes on in it. */
function aboutOf({ topic = '', purpose = '' }: FoundChannel): string {
  return purpose === '' ? topic : purpose;
}
