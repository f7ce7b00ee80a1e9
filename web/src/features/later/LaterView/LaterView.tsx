import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enLater';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import { Button } from '../../../ui/Button/Button';
import { ListSection } from '../../../ui/ListRow/ListRow';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useToast } from '../../../ui/Toast/Toast';
import { useDelayed } from '../../../ui/useDelayed';
import { useTitleOf } from '../../names';
import { Excerpt } from '../../views/Excerpt/Excerpt';
import { Note, ViewPane } from '../../views/ViewPane/ViewPane';
import { useReminders } from '../useReminders';
import { useSaved, type Saved } from '../useSaved';
import { Reminders } from './Reminders';
import styles from './LaterView.module.css';

/** What one saved, and what one is to be reminded of. */
export default function LaterView() {
  const say = useSay();
  const toast = useToast();
  const titleOf = useTitleOf();
  const workspace = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const conversations = useWorkspaceState((state) => state.conversations);
  const { saved, refusal, again } = useSaved();
  const list = useReminders();
  const waiting = saved === undefined && refusal === undefined;
  const skeleton = useDelayed(waiting, 150);
  const refused = refusal ?? list.refusal;
  const nothing = saved?.length === 0 && list.reminders?.length === 0;

  const placeOf = (channel: string) => {
    const held = conversations[channel];
    if (held === undefined) return undefined;
    return isDirect(held) ? titleOf(held) : `#${titleOf(held)}`;
  };
  const hrefOf = ({ channel, message: { ts, thread_ts: thread } }: Saved) => {
    const place = { view: 'conversation', slug: workspace.parts.team.domain, channel } as const;
    if (thread === undefined || thread === ts) return formatAddress({ ...place, ts });
    const pane = { kind: 'thread', ts: thread, reply: ts } as const;
    return formatAddress({ ...place, ts: undefined, pane });
  };
  const done = ({ channel, message: { ts } }: Saved) => {
    const star = (on: boolean) => void workspace.actions.messages.star(channel, ts, on);
    star(false);
    const undo = { label: say('later.undo'), run: () => star(true) };
    toast({ text: say('later.saved.removed'), action: undo });
  };

  return (
    <ViewPane title={say('sidebar.later')}>
      {nothing && <Note>{say('later.none')}</Note>}
      <div className={styles.parts} aria-busy={waiting}>
        <LoadProblem
          refusal={refused}
          onRetry={() => {
            again();
            void list.again();
          }}
        />
        {skeleton && <MessageSkeleton />}
        <Reminders list={list} />
        {saved !== undefined && saved.length > 0 && (
          <ListSection level={2} title={say('later.saved')}>
            <ul>
              {saved.map((each) => (
                <li key={`${each.channel}/${each.message.ts}`} className={styles.saved}>
                  <Excerpt
                    message={each.message}
                    self={self}
                    place={placeOf(each.channel)}
                    href={hrefOf(each)}
                  >
                    <Button onClick={() => done(each)}>{say('later.saved.done')}</Button>
                  </Excerpt>
                </li>
              ))}
            </ul>
          </ListSection>
        )}
      </div>
    </ViewPane>
  );
}
