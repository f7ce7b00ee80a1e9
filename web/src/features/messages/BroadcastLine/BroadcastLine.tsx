import { useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { treeOf } from '../../../richtext/cache';
import { plainText, type Names } from '../../../richtext/plain';
import { placeOf } from '../../../store/places';
import { findMessage } from '../../../store/segments';
import styles from './BroadcastLine.module.css';

interface BroadcastLineProps {
  channel: string;
  thread: string;
  names: Names;
  onOpen: () => void;
}

/** Over a reply that its channel sees too: to what it replies, and the way there. */
export function BroadcastLine({ channel, thread, names, onOpen }: BroadcastLineProps) {
  const say = useSay();
  const root = useWorkspaceState(({ histories }) =>
    [channel, placeOf(channel, thread)]
      .map((place) => findMessage(histories[place]?.segments ?? [], thread))
      .find((found) => found !== undefined),
  );
  const deleted = root?.subtype === 'tombstone';
  const words = root === undefined || deleted ? '' : plainText(treeOf(root), names);
  const first = words.split('\n').find((each) => each.trim() !== '');
  return (
    <p className={styles.line}>
      {say(first === undefined ? 'thread.replied.somewhere' : 'thread.replied')}{' '}
      <button
        type="button"
        tabIndex={-1}
        data-part="thread"
        className={styles.root}
        onClick={onOpen}
      >
        <bdi>{first ?? say('thread.title')}</bdi>
      </button>
    </p>
  );
}
