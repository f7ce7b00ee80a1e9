import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWorkspace } from '../../../app/context';
import { keptDays, type LostDraft } from '../../../app/workspace/lostDrafts';
import '../../../i18n/enViews';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { decodeDraft, encodeDraft } from '../../../richtext/draft';
import { channelOf, threadOf } from '../../../store/places';
import { Button } from '../../../ui/Button/Button';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { useNames } from '../../names';

interface LostProps {
  link: (channel: string, thread?: string) => ReactNode;
}

/** What gave way to something newer from another device, and the way back. */
export function Lost({ link }: LostProps) {
  const say = useSay();
  const { moment } = useFormats();
  const { person } = useNames();
  const { drafts, parts } = useWorkspace();
  const { lost } = drafts;
  const list = useStore(lost.store);
  if (list.length === 0) return null;

  /** What stands in the field is kept in its turn. */
  const restore = ({ id, place, text }: LostDraft) => {
    const standing = encodeDraft(drafts.get(place));
    drafts.set(place, decodeDraft(text, person));
    if (standing.trim() !== '') void lost.keep(place, standing);
    void lost.drop(id);
  };
  return (
    <ListSection level={2} title={say('views.lost')}>
      <ul>
        {list.map((each) => (
          <ListRow
            key={each.id}
            title={link(channelOf(each.place), threadOf(each.place))}
            notes={[
              decodeDraft(each.text, person).text,
              say('views.lost.note', { time: moment(each.atMs, parts.now()), days: keptDays }),
            ]}
          >
            <Button onClick={() => restore(each)}>{say('views.lost.restore')}</Button>
            <Button onClick={() => void lost.drop(each.id)}>{say('views.drafts.delete')}</Button>
          </ListRow>
        ))}
      </ul>
    </ListSection>
  );
}
