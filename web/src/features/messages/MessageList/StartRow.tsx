import { Suspense } from 'react';
import { useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { isDirect } from '../../../models/sidebar';
import { useNames, useTitleOf } from '../../names';
import { StartActions } from '../later';
import styles from './MessageList.module.css';

interface StartRowProps {
  channel: string;
  rowId: string;
  /** The pointer or the focus is on it. */
  near: boolean;
}

/** The very beginning of a conversation: whose it is and what it is for. */
export function StartRow({ channel, rowId, near }: StartRowProps) {
  const say = useSay();
  const names = useNames();
  const titleOf = useTitleOf();
  const { date } = useFormats();
  const self = useWorkspaceState((state) => state.self);
  const guest = useWorkspaceState((state) => state.people[state.self]?.rank === 'guest');
  const conversation = useWorkspaceState((state) => state.conversations[channel]);
  if (conversation === undefined) return null;
  const name = titleOf(conversation);
  if (isDirect(conversation)) {
    const own = conversation.user === self;
    return (
      <div className={styles.start}>
        <p id={`${rowId}-body`} className={styles.startTitle}>
          {name}
        </p>
        <p className={styles.startText}>
          {own ? say('list.start.self') : say('list.start.direct', { name })}
        </p>
      </div>
    );
  }
  const { creator, created, purpose } = conversation;
  const offers = !guest && !conversation.is_archived;
  return (
    <div className={styles.start}>
      <p id={`${rowId}-body`} className={styles.startTitle}>
        {say('list.start.channel', { name })}
      </p>
      <p className={styles.startText}>
        {say('list.start.created', { person: names.person(creator), date: date(created * 1000) })}
      </p>
      {purpose !== undefined && <p className={styles.startText}>{purpose}</p>}
      {offers && (
        <div className={styles.startActions}>
          <Suspense>
            <StartActions conversation={conversation} name={name} near={near} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
