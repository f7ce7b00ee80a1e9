import { PenLine, Settings, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enStart';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { Conversation } from '../../../protocol/generated';
import { Link } from '../../../ui/Link/Link';
import { AddDialog } from '../../people/AddDialog/AddDialog';
import styles from './StartActions.module.css';

interface StartActionsProps {
  conversation: Conversation;
  name: string;
}

/** What a channel wants at its start: people, a purpose, the way it works. */
export function StartActions({ conversation, name }: StartActionsProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const [adding, setAdding] = useState(false);
  const { id: channel, purpose = '' } = conversation;
  const details = (tab: string) => {
    const pane = { kind: 'details', tab } as const;
    return formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane });
  };
  return (
    <div className={styles.actions}>
      <button type="button" className={styles.action} onClick={() => setAdding(true)}>
        <UserPlus size={16} strokeWidth={1.75} />
        {say('start.people')}
      </button>
      <Link href={details('about')} className={styles.action}>
        <PenLine size={16} strokeWidth={1.75} />
        {say(purpose === '' ? 'start.purpose' : 'start.purpose.change')}
      </Link>
      <Link href={details('settings')} className={styles.action}>
        <Settings size={16} strokeWidth={1.75} />
        {say('start.settings')}
      </Link>
      {adding && (
        <AddDialog conversation={conversation} name={name} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}
