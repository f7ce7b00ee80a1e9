import { Bookmark, Inbox, MessagesSquare, PencilLine } from 'lucide-react';
import { memo } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { threadOf } from '../../../store/places';
import { tip } from '../../../ui/Tooltip/tip';
import { useThreadsUnread } from '../../threads/useThreadsUnread';
import styles from './Views.module.css';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };

/** What looks at many conversations at once. */
export const Views = memo(function Views({
  current,
  unread,
}: {
  current: string;
  unread: boolean;
}) {
  const say = useSay();
  const workspace = useWorkspace();
  const replies = useThreadsUnread();
  const slug = workspace.parts.team.domain;
  const begun = useStore(
    workspace.drafts.store,
    (drafts) => Object.values(drafts).filter(({ text }) => text !== '').length,
  );
  const unsent = useStore(
    workspace.outbox.store,
    ({ sends }) => sends.filter(({ state }) => state === 'failed').length,
  );
  const saved = useWorkspaceState(
    ({ stars }) => Object.keys(stars).filter((place) => threadOf(place) !== undefined).length,
  );
  const views = [
    { id: 'unreads', icon: <Inbox {...icon} />, strong: unread, count: 0 },
    { id: 'threads', icon: <MessagesSquare {...icon} />, strong: replies > 0, count: replies },
    { id: 'later', icon: <Bookmark {...icon} />, strong: false, count: saved },
    { id: 'drafts', icon: <PencilLine {...icon} />, strong: false, count: begun + unsent },
  ] as const;
  return (
    <ul aria-label={say('sidebar.views')} className={styles.views}>
      {views.map((view) => (
        <li key={view.id}>
          <Link
            href={formatAddress({ view: view.id, slug })}
            aria-current={current === view.id ? 'page' : undefined}
            data-unread={view.strong}
            className={styles.view}
            {...tip(say(`sidebar.${view.id}`), view.id)}
            data-tip-when="cut"
          >
            {view.icon}
            <span className={styles.name}>{say(`sidebar.${view.id}`)}</span>
            {view.count > 0 && (
              <span className={`${styles.count} number`}>
                {say('sidebar.badge', { count: view.count })}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
});
