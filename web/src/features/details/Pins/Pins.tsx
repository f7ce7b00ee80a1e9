import '../../../i18n/enRefusals';
import { useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import type { Conversation, Ts } from '../../../protocol/generated';
import { TextButton } from '../../../ui/Button/Button';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useDelayed } from '../../../ui/useDelayed';
import { useNames } from '../../names';
import { Excerpt } from '../../views/Excerpt/Excerpt';
import { usePins } from './usePins';
import styles from './Pins.module.css';

/** What is pinned to a conversation, the newest pin first. */
export function Pins({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const names = useNames();
  const workspace = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const ops = useWorkspaceState((state) => state.ops);
  const { id: channel, is_archived } = conversation;
  const { pins, refusal, again } = usePins(channel);
  const skeleton = useDelayed(pins === undefined && refusal === undefined, 150);
  const [problem, setProblem] = useState<string>();
  const slug = workspace.parts.team.domain;

  const taken = (ts: Ts) =>
    ops.some((op) => op.kind === 'pin' && op.channel === channel && op.ts === ts && !op.on);
  const shown = pins?.filter(({ message }) => !taken(message.ts));
  const unpin = async (ts: Ts) => {
    const refused = await workspace.actions.messages.pin(channel, ts, false);
    setProblem(refused === undefined ? undefined : refusalText(say, refused));
    if (refused === undefined) again();
  };
  const hrefOf = (ts: Ts, thread: Ts | undefined) => {
    const place = { view: 'conversation', slug, channel } as const;
    if (thread === undefined || thread === ts) return formatAddress({ ...place, ts });
    const pane = { kind: 'thread', ts: thread, reply: ts } as const;
    return formatAddress({ ...place, ts: undefined, pane });
  };
  return (
    <>
      <LoadProblem refusal={refusal} other={problem} onRetry={again} />
      {skeleton && <MessageSkeleton />}
      {shown?.length === 0 && (
        <p role="status" className={styles.none}>
          {say('details.pins.none')}
        </p>
      )}
      <ul className={styles.list} aria-label={say('details.tab.pins')}>
        {shown?.map(({ message, created_by }) => (
          <li key={message.ts} className={styles.pin}>
            <Excerpt message={message} self={self} href={hrefOf(message.ts, message.thread_ts)} />
            <div className={styles.foot}>
              <span className={styles.by}>
                {say('details.pins.by', { person: names.person(created_by) })}
              </span>
              <Link href={hrefOf(message.ts, message.thread_ts)}>{say('details.pins.open')}</Link>
              {!is_archived && (
                <TextButton onClick={() => void unpin(message.ts)}>
                  {say('details.pins.unpin')}
                </TextButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
