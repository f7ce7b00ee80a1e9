import { useSay } from '../../../i18n/Texts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import type { Choice } from './choices';
import styles from './CompletionList.module.css';

interface CompletionListProps {
  id: string;
  choices: readonly Choice[];
  /** How many people the conversation has. */
  members: number;
  selected: number;
  onPick: (at: number) => void;
}

export function CompletionList({ id, choices, members, selected, onPick }: CompletionListProps) {
  const say = useSay();
  return (
    <ul id={id} role="listbox" aria-label={say('composer.completions')} className={styles.list}>
      {choices.map((choice, at) => (
        <li
          key={choice.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === selected}
          className={styles.choice}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(at);
          }}
        >
          <Sign choice={choice} />
          <bdi className={styles.name}>{choice.label}</bdi>
          <span className={styles.note}>
            {choice.leaf.kind === 'broadcast'
              ? say(choice.id === 'here' ? 'composer.notifies.here' : 'composer.notifies.channel', {
                  count: members,
                })
              : choice.note}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Sign({ choice: { id, label, leaf, sign, picture } }: { choice: Choice }) {
  if (leaf.kind === 'person') return <Avatar small id={id} name={label} />;
  if (picture !== undefined) return <img src={picture} alt="" className={styles.picture} />;
  return (
    <span className={styles.at} aria-hidden="true">
      {sign}
    </span>
  );
}
