import { useMemo, useState } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSearch';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { nameOf } from '../../../models/names';
import { rankPeople } from '../../../models/ranking';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button } from '../../../ui/Button/Button';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { Note } from '../../views/ViewPane/ViewPane';
import { usePeopleFound } from '../usePeopleFound';
import styles from './Names.module.css';

const step = 50;
const nobody: ReadonlySet<string> = new Set();

/** The people whose names answer a query: those who are held at once, others when the server answers. */
export function People({ query }: { query: string }) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const people = useWorkspaceState((state) => state.people);
  const { answered, isCut, refusal, again } = usePeopleFound(query);
  const [most, setMost] = useState(step);
  const found = useMemo(() => {
    const all = Object.values(people);
    return rankPeople({ people: all, query, limit: all.length, recent: nobody });
  }, [people, query]);
  return (
    <>
      <p role="status" className={styles.status}>
        {found.length > 0 &&
          say(isCut ? 'search.people.over' : 'search.people', { count: found.length })}
      </p>
      <LoadProblem refusal={refusal} onRetry={again} />
      {answered && found.length === 0 && <Note>{say('search.none', { query })}</Note>}
      <ul className={styles.list} aria-label={say('search.tab.people')}>
        {found.slice(0, most).map((person) => {
          const { id, name: handle } = person;
          const name = nameOf(person) ?? handle;
          return (
            <li key={id}>
              <Link
                href={formatAddress({ view: 'profile', slug, user: id })}
                aria-label={say('search.person', { name, handle })}
                className={styles.row}
              >
                <Avatar small id={id} name={name} />
                <bdi className={styles.name}>{name}</bdi>
                <bdi className={styles.note}>{handle}</bdi>
              </Link>
            </li>
          );
        })}
      </ul>
      {found.length > most && (
        <Button onClick={() => setMost(most + step)}>{say('search.more')}</Button>
      )}
    </>
  );
}
