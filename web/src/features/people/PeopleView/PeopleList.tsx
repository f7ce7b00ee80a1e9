import { useMemo, useState, type ReactNode } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPeople';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isAlone } from '../../../models/adding';
import { nameOf } from '../../../models/names';
import { roleOf, roles, wantedPeople, type Role } from '../../../models/people';
import type { Person } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Field } from '../../../ui/Field/Field';
import { Select } from '../../../ui/Select/Select';
import { VirtualList } from '../../../ui/VirtualList/VirtualList';
import { StatusMark } from '../../status/StatusMark/StatusMark';
import { Note } from '../../views/ViewPane/ViewPane';
import { Adding } from '../Adding/Adding';
import { usePeopleAsked } from '../usePeopleAsked';
import styles from './PeopleView.module.css';

interface PeopleListProps {
  label: string;
  /** How people are added is told also where there are others. */
  adds?: boolean;
  /** What can be done with somebody, at the end of their row. */
  children?: (person: Person, reached: boolean) => ReactNode;
}

/** All people of the workspace, found by name and role; each row leads to the profile. */
export function PeopleList({ label, adds = false, children }: PeopleListProps) {
  const say = useSay();
  const slug = useWorkspace().parts.team.domain;
  const self = useWorkspaceState((state) => state.self);
  const people = useWorkspaceState((state) => state.people);
  const whole = useWorkspaceState((state) => state.allPeople);
  const alone = useWorkspaceState((state) => state.allPeople && isAlone(state.people, state.self));
  const [query, setQuery] = useState('');
  const [role, setRole] = useState<Role | 'all'>('all');
  usePeopleAsked(query);
  const found = useMemo(
    () => wantedPeople({ people: Object.values(people), query, role }),
    [people, query, role],
  );
  return (
    <>
      <div className={styles.filters}>
        <Field
          label={say('people.find')}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
        <Select
          label={say('people.role')}
          value={role}
          options={(['all', ...roles] as const).map((value) => ({
            value,
            text: say(`people.role.${value}`),
          }))}
          onChange={({ target }) => setRole(roles.find((each) => each === target.value) ?? 'all')}
        />
      </div>
      {(adds || alone) && (
        <div className={styles.adding}>
          <Adding />
        </div>
      )}
      <p role="status" className={styles.count}>
        {say(whole ? 'people.count' : 'people.loading', { count: found.length })}
      </p>
      {whole && found.length === 0 && <Note>{say('people.none')}</Note>}
      <VirtualList
        label={label}
        rows={found}
        asked={`${role} ${query}`}
        idOf={({ id }) => id}
        rem={3}
        className={styles.list}
      >
        {(person, reached) => {
          const name = nameOf(person) ?? person.id;
          const is = roleOf(person);
          return (
            <div className={styles.row}>
              <Link
                href={formatAddress({ view: 'profile', slug, user: person.id })}
                tabIndex={reached ? 0 : -1}
                data-gone={is === 'deleted'}
                className={styles.person}
              >
                <Avatar id={person.id} name={name} />
                <span className={styles.words}>
                  <span className={styles.name}>
                    <bdi>{name}</bdi>
                    <StatusMark user={person.id} />
                  </span>
                  <bdi className={styles.handle}>
                    {person.id === self ? say('people.you') : person.name}
                  </bdi>
                </span>
              </Link>
              <span className={styles.role}>{say(`people.is.${is}`)}</span>
              {children?.(person, reached)}
            </div>
          );
        }}
      </VirtualList>
    </>
  );
}
