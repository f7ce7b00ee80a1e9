import type { Team } from '../../../protocol/generated';
import { useSay } from '../../../i18n/Texts';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { TextButton } from '../../../ui/Button/Button';
import { Problem } from '../../../ui/Problem/Problem';
import { Front } from '../Front/Front';
import styles from './TeamChoice.module.css';

interface TeamChoiceProps {
  teams: readonly Team[];
  /** Why the one that was picked could not be entered. */
  problem: string | undefined;
  onPick: (team: string) => void;
  onBack: () => void;
}

export function TeamChoice({ teams, problem, onPick, onBack }: TeamChoiceProps) {
  const say = useSay();
  return (
    <Front title={say('signin.choose')}>
      <ul className={styles.list}>
        {teams.map(({ id, name, domain }, at) => (
          <li key={id}>
            <button
              type="button"
              autoFocus={at === 0}
              className={styles.team}
              onClick={() => onPick(id)}
            >
              <Avatar id={id} name={name} />
              <span className={styles.words}>
                <bdi className={styles.name}>{name}</bdi>
                <bdi className={styles.domain}>{domain}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Problem text={problem} />
      <div>
        <TextButton onClick={onBack}>{say('signin.other')}</TextButton>
      </div>
    </Front>
  );
}
