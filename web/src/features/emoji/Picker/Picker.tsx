import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { noteUse, useFavourites } from '../../../app/favourites';
import { usePreference } from '../../../app/preferences';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPicker';
import { isText, useSay } from '../../../i18n/Texts';
import { isComposing } from '../../../keys/composing';
import { loadEmoji, tonedAs, useEmojiTable } from '../../../richtext/emoji';
import { picturesOf } from '../../../store/emoji';
import { placeBeside } from '../../../ui/Tooltip/place';
import { groupsOf, searchOf, shownOf, stepFrom, type PickerChoice } from './choices';
import { Face } from './Face';
import { Grid } from './Grid';
import { Tones } from './Tones';
import styles from './Picker.module.css';

interface PickerProps {
  /** What it is for, if not for a reaction. */
  label?: string;
  anchor: HTMLElement;
  onPick: (name: string) => void;
  onClose: () => void;
}

const favouritesMost = 36;
const foundKey = 'found';

/** All emoji of the workspace: search, a group at a time, a grid that arrows walk. */
export function Picker({ label, anchor, onPick, onClose }: PickerProps) {
  const say = useSay();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const table = useEmojiTable();
  const book = useWorkspaceState((state) => state.emoji);
  const favourites = useFavourites(favouritesMost);
  const tone = usePreference('skinTone');
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState('used');
  const [at, setAt] = useState(0);
  /** Enter was pressed before the emoji were there. */
  const early = useRef(false);
  const pictures = useMemo(() => picturesOf(book), [book]);
  const groups = useMemo(
    () => groupsOf(table, pictures, favourites),
    [table, pictures, favourites],
  );
  const found = useMemo(() => {
    if (query === '') return undefined;
    return table === undefined ? [] : searchOf(table, pictures, query);
  }, [table, pictures, query]);
  const shown = useMemo(
    () => (found === undefined ? shownOf(groups, group) : [{ key: foundKey, choices: found }]),
    [found, groups, group],
  );
  const choices = shown.flatMap((each) => each.choices);
  const place = Math.min(at, choices.length - 1);
  const chosen = choices[place];

  useEffect(() => void loadEmoji().catch(() => undefined), []);
  useLayoutEffect(() => {
    if (box.current !== null) placeBeside(box.current, anchor);
  }, [anchor]);
  useEffect(() => {
    const outside = ({ target }: PointerEvent) => {
      if (target instanceof Node && box.current?.contains(target) === false) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const tonedOf = ({ name, picture }: PickerChoice) =>
    table === undefined || picture !== undefined ? undefined : tonedAs(table, tone, name);
  const pick = (choice: PickerChoice | undefined) => {
    if (choice === undefined) return;
    noteUse(choice.name);
    onPick(tonedOf(choice)?.name ?? choice.name);
  };
  useEffect(() => {
    if (!early.current || table === undefined) return;
    early.current = false;
    pick(chosen);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    const inField = event.target instanceof HTMLInputElement;
    const arrows = query === '' ? /^Arrow/ : /^Arrow(Up|Down)$/;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && inField) {
      if (table === undefined && query !== '') early.current = true;
      else pick(chosen);
    } else if (arrows.test(event.key) && inField) {
      setAt(stepFrom(place, event.key, shown));
    } else return;
    event.preventDefault();
  };
  const titleOf = (key: string) => {
    const text = `emoji.group.${key}`;
    return isText(text) ? say(text) : key;
  };

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label ?? say('reaction.add')}
      className={styles.picker}
      onKeyDown={onKeyDown}
    >
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-expanded={true}
        aria-controls={id}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${place}`}
        aria-label={say('emoji.search')}
        placeholder={say('emoji.search')}
        className={styles.search}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          early.current = false;
          setAt(0);
        }}
      />
      <div role="group" aria-label={say('emoji.groups')} className={styles.groups}>
        {groups.map(({ key, choices: [first] }) => (
          <button
            key={key}
            type="button"
            aria-pressed={found === undefined && key === group}
            aria-label={titleOf(key)}
            data-tip={titleOf(key)}
            className={styles.group}
            onClick={() => {
              setQuery('');
              setGroup(key);
              setAt(0);
            }}
          >
            {first !== undefined && <Face choice={first} />}
          </button>
        ))}
      </div>
      <Grid
        key={found === undefined ? group : foundKey}
        id={id}
        label={titleOf(group)}
        groups={shown}
        titled={found === undefined}
        at={place}
        titleOf={titleOf}
        tonedOf={(choice) => tonedOf(choice)?.glyph}
        onPoint={setAt}
        onPick={pick}
      />
      <div className={styles.foot}>
        <p role="status" className={styles.name}>
          {chosen === undefined
            ? found !== undefined && table !== undefined && say('emoji.none')
            : `:${chosen.name}:`}
        </p>
        <Tones />
      </div>
    </div>
  );
}
