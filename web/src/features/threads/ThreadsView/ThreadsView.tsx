import { useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enFollowed';
import { useSay } from '../../../i18n/Texts';
import { followedThreads } from '../../../models/threads';
import { placeOf } from '../../../store/places';
import { Button, TextButton } from '../../../ui/Button/Button';
import { useToast } from '../../../ui/Toast/Toast';
import { Note, ViewPane } from '../../views/ViewPane/ViewPane';
import { ThreadBlock } from '../ThreadBlock/ThreadBlock';
import styles from './ThreadsView.module.css';

const step = 10;

/** The threads that one follows, those with something unread first. */
export default function ThreadsView() {
  const say = useSay();
  const toast = useToast();
  const workspace = useWorkspace();
  const threads = useWorkspaceState((state) => state.threads);
  const ops = useWorkspaceState((state) => state.ops);
  const [most, setMost] = useState(step);
  // In the order in which they were found: nothing moves under the reader's eyes.
  const [order] = useState(() =>
    followedThreads({ threads, ops }).map(({ marker }) =>
      placeOf(marker.channel, marker.thread_ts),
    ),
  );
  const all = followedThreads({ threads, ops });
  const rank = new Map(order.map((place, at) => [place, at]));
  const rankOf = ({ marker }: (typeof all)[number]) =>
    rank.get(placeOf(marker.channel, marker.thread_ts)) ?? -1;
  const shown = all.toSorted((one, two) => rankOf(one) - rankOf(two));
  const unread = all.reduce((sum, each) => sum + each.unread, 0);

  const readAll = () => {
    const undo = workspace.actions.threads.readAll();
    toast({
      text: say('threads.read', { count: unread }),
      action: { label: say('readAll.undo'), run: undo },
    });
  };

  return (
    <ViewPane
      title={say('threads.title')}
      actions={unread > 0 && <Button onClick={readAll}>{say('threads.readAll')}</Button>}
      whole={shown.length > 0}
    >
      {shown.length === 0 && <Note>{say('threads.none')}</Note>}
      <div className={styles.list}>
        {shown.slice(0, most).map((thread) => (
          <ThreadBlock
            key={placeOf(thread.marker.channel, thread.marker.thread_ts)}
            thread={thread}
          />
        ))}
        {shown.length > most && (
          <p className={styles.more}>
            <TextButton onClick={() => setMost(most + step)}>{say('threads.show')}</TextButton>
          </p>
        )}
      </div>
    </ViewPane>
  );
}
