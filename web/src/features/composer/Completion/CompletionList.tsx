import { useEffect, useRef } from 'react';
import '../../../i18n/enSlash';
import { isText, useSay, type Say } from '../../../i18n/Texts';
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
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[selected]?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={say('composer.completions')}
      className={styles.list}
    >
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
          <span className={styles.note}>{noteOf(say, choice, members)}</span>
          {choice.outside === true && (
            <span className={styles.outside}>{say('composer.outside')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function noteOf(say: Say, { id, note, puts }: Choice, members: number): string {
  if (puts.kind === 'broadcast') {
    const which = id === 'here' ? 'composer.notifies.here' : 'composer.notifies.channel';
    return say(which, { count: members });
  }
  if (puts.kind !== 'slash') return note;
  const usage = `slash.${puts.name}.usage`;
  const text = say(`slash.${puts.name}`);
  return isText(usage) ? say('composer.usage', { usage: say(usage), text }) : text;
}

function Sign({ choice: { id, label, puts, sign, picture } }: { choice: Choice }) {
  if (puts.kind === 'person') return <Avatar small id={id} name={label} />;
  if (picture !== undefined) return <img src={picture} alt="" className={styles.picture} />;
  return (
    <span className={styles.at} aria-hidden="true">
      {sign}
    </span>
  );
}
