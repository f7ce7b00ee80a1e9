import { PenLine, Settings, UserPlus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enStart';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { Conversation } from '../../../protocol/generated';
import { Link } from '../../../ui/Link/Link';
import buttons from '../../../ui/Button/Actions.module.css';
import { AddDialog } from '../../people/AddDialog/AddDialog';
import styles from './StartActions.module.css';

interface StartActionsProps {
  conversation: Conversation;
  name: string;
  /** The pointer or the focus is on the row: only then they are stops of their own. */
  near: boolean;
}

/** What a channel wants at its start: people, a purpose, the way it works. */
export function StartActions({ conversation, name, near }: StartActionsProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const [adding, setAdding] = useState(false);
  const { id: channel, purpose = '' } = conversation;
  const details = (tab: string) => {
    const pane = { kind: 'details', tab } as const;
    return formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane });
  };
  const stop = { className: buttons.action, tabIndex: near ? 0 : -1 };
  return (
    <div className={styles.list} onKeyDown={leave}>
      <button type="button" {...stop} onClick={() => setAdding(true)}>
        <UserPlus size={16} strokeWidth={1.75} />
        {say('start.people')}
      </button>
      <Link href={details('about')} {...stop}>
        <PenLine size={16} strokeWidth={1.75} />
        {say(purpose === '' ? 'start.purpose' : 'start.purpose.change')}
      </Link>
      <Link href={details('settings')} {...stop}>
        <Settings size={16} strokeWidth={1.75} />
        {say('start.settings')}
      </Link>
      {adding && (
        <AddDialog conversation={conversation} name={name} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}

/** Esc leads from a button back to its row. */
function leave(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  // A dialog that one of them opened is inside too.
  const own = target instanceof Element && target.parentElement === currentTarget;
  if (key !== 'Escape' || !own) return;
  event.preventDefault();
  currentTarget.closest<HTMLElement>('[role=article]')?.focus();
}
