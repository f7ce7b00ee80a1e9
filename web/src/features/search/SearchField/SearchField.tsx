import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useSay } from '../../../i18n/Texts';
import { isComposing } from '../../../keys/composing';
import { aroundChosen, type Chosen } from '../../../models/around';
import { askedAt, filled, type Asked } from '../../../models/search';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { IconButton } from '../../../ui/Button/Button';
import { mostChoices, useSearchChoices, type SearchChoice } from '../useSearchChoices';
import styles from './SearchField.module.css';

const insertOf = ({ insert }: SearchChoice) => insert;

interface SearchFieldProps {
  ref: Ref<HTMLInputElement>;
  query: string;
  onSearch: (query: string) => void;
  /** Down into the results. */
  onLeave: () => void;
}

/** The query, with what its filters can be; Enter searches, or takes the choice that is marked. */
export function SearchField({ ref, query, onSearch, onLeave }: SearchFieldProps) {
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [asked, setAsked] = useState<Asked>();
  const [chosen, setChosen] = useState<Chosen<SearchChoice>>();
  const found = useSearchChoices(asked);
  // What comes later joins around the row that is chosen.
  const choices =
    chosen === undefined || found.length === 0
      ? found
      : aroundChosen(found, chosen, insertOf, mostChoices);
  const open = choices.length > 0;
  const at = choices.findIndex(({ insert }) => insert === chosen?.row.insert);
  const first = choices[0];
  // Names of filters wait for an arrow: Enter after a word searches for it.
  if (at < 0 && first !== undefined && asked?.filter !== undefined) {
    setChosen({ row: first, at: 0 });
  }
  const move = (to: number) => {
    const row = choices[to];
    if (row !== undefined) setChosen({ row, at: to });
  };

  useEffect(() => setText(query), [query]);

  const ask = (value: string, caret: number) => {
    setAsked(askedAt(value, caret));
    setChosen(undefined);
  };
  const take = (choice: SearchChoice) => {
    if (asked === undefined) return;
    const next = filled(text, asked, choice.insert);
    setText(next.text);
    ask(next.text, next.caret);
    setTimeout(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const search = (value: string) => {
    setAsked(undefined);
    onSearch(value.trim());
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const choice = open ? choices[at === -1 && event.key === 'Tab' ? 0 : at] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && open) {
      const from = at < 0 && step < 0 ? 0 : at;
      move((from + step + choices.length) % choices.length);
    } else if (event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Escape' && open) setAsked(undefined);
    else if (event.key === 'Tab' && choice !== undefined && asked?.typed !== '' && !event.shiftKey)
      take(choice);
    else if (event.key === 'Enter') {
      if (choice === undefined) search(text);
      else take(choice);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
    >
      <div className={styles.box}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
        <input
          ref={(element) => {
            input.current = element;
            if (typeof ref === 'function') ref(element);
            else if (ref !== null) ref.current = element;
          }}
          type="text"
          role="combobox"
          aria-label={say('search.field')}
          aria-expanded={open}
          aria-controls={id}
          aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          enterKeyHint="search"
          maxLength={1000}
          placeholder={say('search.placeholder')}
          className={styles.input}
          value={text}
          onKeyDown={onKeyDown}
          onBlur={() => setAsked(undefined)}
          onClick={(event) => ask(text, event.currentTarget.selectionStart ?? text.length)}
          onChange={(event) => {
            const { value, selectionStart } = event.target;
            setText(value);
            ask(value, selectionStart ?? value.length);
          }}
        />
        {text !== '' && (
          <IconButton
            label={say('search.clear')}
            onClick={() => {
              setText('');
              input.current?.focus();
            }}
          >
            <X size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      <ul
        id={id}
        role="listbox"
        aria-label={say('search.choices')}
        hidden={!open}
        className={styles.list}
      >
        {choices.map((choice, index) => (
          <li
            key={choice.insert}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.choice}
            onPointerDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice.person !== undefined && <Avatar small id={choice.person} name={choice.label} />}
            <bdi className={styles.name}>{choice.label}</bdi>
            <bdi className={styles.note}>{choice.note}</bdi>
          </li>
        ))}
      </ul>
    </form>
  );
}
