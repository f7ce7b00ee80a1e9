import { useSay } from '../../../i18n/Texts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import type { Choice } from './useCompletion';
import styles from './CompletionList.module.css';

interface CompletionListProps {
  id: string;
  choices: readonly Choice[];
  selected: number;
  onPick: (at: number) => void;
}

export function CompletionList({ id, choices, selected, onPick }: CompletionListProps) {
  const say = useSay();
  return (
    <ul id={id} role="listbox" aria-label={say('composer.people')} className={styles.list}>
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
          {choice.mention === undefined ? (
            <span className={styles.at} aria-hidden="true">
              {'@'}
            </span>
          ) : (
            <Avatar small id={choice.id} name={choice.label} />
          )}
          <bdi className={styles.name}>{choice.label}</bdi>
          <span className={styles.note}>
            {choice.mention === undefined
              ? say(choice.id === 'here' ? 'composer.notifies.here' : 'composer.notifies.channel')
              : choice.handle}
          </span>
        </li>
      ))}
    </ul>
  );
}
