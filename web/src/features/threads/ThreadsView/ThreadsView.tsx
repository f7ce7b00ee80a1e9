import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enFollowed';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { followedThreads } from '../../../models/threads';
import { placeOf } from '../../../store/places';
import { Button, TextButton } from '../../../ui/Button/Button';
import { useToast } from '../../../ui/Toast/Toast';
import header from '../../conversation/Header/Header.module.css';
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
  const home = formatAddress({ view: 'workspace', slug: workspace.parts.team.domain });

  const readAll = () => {
    const undo = workspace.actions.threads.readAll();
    toast({
      text: say('threads.read', { count: unread }),
      action: { label: say('readAll.undo'), run: undo },
    });
  };

  return (
    <main className={styles.view} data-region="content">
      <header className={header.header}>
        <Link href={home} className={header.back} aria-label={say('header.back')}>
          <ArrowLeft size={20} strokeWidth={1.75} />
        </Link>
        <h1 className={styles.title}>{say('threads.title')}</h1>
        {unread > 0 && <Button onClick={readAll}>{say('threads.readAll')}</Button>}
      </header>
      <div className={styles.list}>
        {shown.slice(0, most).map((thread) => (
          <ThreadBlock
            key={placeOf(thread.marker.channel, thread.marker.thread_ts)}
            thread={thread}
          />
        ))}
        {shown.length === 0 && (
          <p role="status" className={styles.none}>
            {say('threads.none')}
          </p>
        )}
        {shown.length > most && (
          <p className={styles.none}>
            <TextButton onClick={() => setMost(most + step)}>{say('threads.show')}</TextButton>
          </p>
        )}
      </div>
    </main>
  );
}
