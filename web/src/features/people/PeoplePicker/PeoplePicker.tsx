import { Check } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPasted';
import '../../../i18n/enPick';
import { useSay } from '../../../i18n/Texts';
import { isComposing } from '../../../keys/composing';
import { isAlone } from '../../../models/adding';
import { nameOf } from '../../../models/names';
import { rankPeople } from '../../../models/ranking';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { useTyped } from '../../../ui/Dialog/typedBefore';
import { Field } from '../../../ui/Field/Field';
import { usePeopleAsked } from '../usePeopleAsked';
import { Adding } from '../Adding/Adding';
import { PastedList } from './PastedList';
import styles from './PeoplePicker.module.css';
import { usePasted } from './usePasted';

interface PeoplePickerProps {
  label: string;
  chosen: readonly string[];
  onToggle: (user: string) => void;
  except?: string;
}

const most = 50;
const nobody = new Set<string>();

/**
 * A field that finds people and a list to choose from; arrows move, Enter chooses, and a list of
 * mail addresses, handles or names can be pasted.
 */
export function PeoplePicker({ label, chosen, onToggle, except }: PeoplePickerProps) {
  const say = useSay();
  const id = useId();
  const people = useWorkspaceState((state) => state.people);
  const alone = useWorkspaceState((state) => state.allPeople && isAlone(state.people, state.self));
  const [query, setQuery] = useTyped();
  const [at, setAt] = useState(0);
  usePeopleAsked(query);
  const found = useMemo(() => {
    const list = Object.values(people).filter(
      (person) => person.deleted !== true && person.id !== except,
    );
    return rankPeople({ people: list, query, limit: most, recent: nobody });
  }, [people, query, except]);
  const { pasted, onPaste } = usePasted((users) => {
    for (const user of users) {
      if (user !== except && !chosen.includes(user)) onToggle(user);
    }
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (at + step + found.length) % found.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const person = found[at];
    if (event.key === 'Enter' && person !== undefined) {
      event.preventDefault();
      onToggle(person.id);
    }
  };

  return (
    <>
      <Field
        label={label}
        value={query}
        autoComplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <PastedList pasted={pasted} />
      {found.length === 0 && (
        <p role="status" className={styles.note}>
          {query.trim() === '' ? say('members.alone') : say('members.none', { query })}
        </p>
      )}
      {alone && <Adding />}
      <ul
        id={id}
        role="listbox"
        aria-multiselectable="true"
        aria-label={label}
        className={styles.list}
      >
        {found.map((person, index) => {
          const name = nameOf(person) ?? person.name;
          return (
            <li
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={chosen.includes(person.id)}
              data-active={index === at}
              className={`${styles.row} ${styles.option}`}
              onClick={() => onToggle(person.id)}
            >
              <Avatar small id={person.id} name={name} />
              <bdi className={styles.name}>{name}</bdi>
              <bdi className={styles.note}>{person.name}</bdi>
              <span className={styles.check}>
                {chosen.includes(person.id) && <Check size={16} strokeWidth={1.75} />}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
