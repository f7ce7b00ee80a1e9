import '../../../i18n/enPeople';
import { useSay } from '../../../i18n/Texts';
import { ViewPane } from '../../views/ViewPane/ViewPane';
import { PeopleTabs } from '../PeopleTabs/PeopleTabs';
import { PeopleList } from './PeopleList';

/** Everybody in the workspace. */
export function PeopleView() {
  const say = useSay();
  return (
    <ViewPane whole title={say('people.title')} above={<PeopleTabs current="people" />}>
      <PeopleList label={say('people.title')} />
    </ViewPane>
  );
}
