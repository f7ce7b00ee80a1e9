import { useState, type ReactNode } from 'react';
import '../../i18n/enJump';
import { refusalText, useSay } from '../../i18n/Texts';
import type { Channel } from '../../protocol/generated';
import { Button } from '../../ui/Button/Button';
import { Problem } from '../../ui/Problem/Problem';
import { useWorkspace } from '../context';
import { refusalOf } from '../workspace/refusals';
import styles from './Absent.module.css';

/** Takes the focus that was in a field which is gone, and does nothing with what is typed. */
const rests = { 'data-entry': true, tabIndex: -1 };

interface OfferProps {
  channel: Channel;
  /** Why one is not in it any more. */
  said?: string | undefined;
  kept?: ReactNode;
}

/** A public channel that one is not in: what it is about, and the way in. */
export default function Offer({ channel, said, kept }: OfferProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const [refusal, setRefusal] = useState<string>();
  const { id, name = '', topic, purpose, num_members: count = 0 } = channel;
  const about = [topic?.value, purpose?.value].find((each) => each !== undefined && each !== '');
  const join = async () => setRefusal(refusalOf(await workspace.actions.join(id)));
  return (
    <div className={styles.offer}>
      <h1 className={styles.title} {...(said === undefined ? {} : rests)}>
        {said ?? say('join.title', { name })}
      </h1>
      {about !== undefined && <p dir="auto">{about}</p>}
      <p>{say('join.members', { count })}</p>
      {kept}
      {/* Who was just shown out may still be typing: no key is to take them in again. */}
      <Button tone="primary" autoFocus={said === undefined} onClick={() => void join()}>
        {say('join.join', { name })}
      </Button>
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
    </div>
  );
}
