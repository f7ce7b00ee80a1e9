import { useStore } from 'zustand';
import { useWorkspace } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Send } from '../../../outbox/queue';
import { emptyDraft } from '../../../richtext/draft';
import { channelOf, threadOf } from '../../../store/places';
import { Button } from '../../../ui/Button/Button';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { Note, ViewPane } from '../ViewPane/ViewPane';
import styles from './DraftsView.module.css';
import { Lost } from './Lost';
import { PlaceLink } from './PlaceLink';
import { Scheduled } from './Scheduled';
import { useScheduled } from './useScheduled';

/** What is begun, what goes out later, and what could not be sent. */
export default function DraftsView() {
  const say = useSay();
  const workspace = useWorkspace();
  const drafts = useStore(workspace.drafts.store);
  const sends = useStore(workspace.outbox.store, (queue) => queue.sends);
  const scheduled = useScheduled();
  const failed = sends.filter(({ state }) => state === 'failed');
  const begun = Object.entries(drafts).filter(([, { text }]) => text !== '');

  const link = (channel: string, thread?: string) => (
    <PlaceLink channel={channel} thread={thread} />
  );
  const retry = (each: Send) => workspace.outbox.input({ type: 'retry', id: each.id });
  const remove = (each: Send) => workspace.outbox.input({ type: 'remove', id: each.id });
  const lost = useStore(workspace.drafts.lost.store, ({ length }) => length);
  const nothing = begun.length + failed.length + lost === 0 && scheduled.list?.length === 0;

  return (
    <ViewPane title={say('sidebar.drafts')}>
      {nothing && <Note>{say('views.drafts.none')}</Note>}
      <div className={styles.parts}>
        {failed.length > 0 && (
          <ListSection level={2} title={say('views.unsent')}>
            <ul>
              {failed.map((each) => (
                <ListRow
                  key={each.id}
                  title={link(each.channel, each.thread)}
                  notes={[each.text, refusalText(say, each.reason ?? 'unreachable')]}
                >
                  <Button onClick={() => remove(each)}>{say('views.unsent.delete')}</Button>
                </ListRow>
              ))}
            </ul>
            <Button tone="primary" onClick={() => failed.forEach(retry)}>
              {say('views.unsent.retry')}
            </Button>
          </ListSection>
        )}
        {begun.length > 0 && (
          <ListSection level={2} title={say('views.drafts.begun')}>
            <ul>
              {begun.map(([place, { text }]) => (
                <ListRow key={place} title={link(channelOf(place), threadOf(place))} notes={[text]}>
                  <Button onClick={() => workspace.drafts.set(place, emptyDraft)}>
                    {say('views.drafts.delete')}
                  </Button>
                </ListRow>
              ))}
            </ul>
          </ListSection>
        )}
        <Lost link={link} />
        <Scheduled scheduled={scheduled} link={link} />
      </div>
    </ViewPane>
  );
}
