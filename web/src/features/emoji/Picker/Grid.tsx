import type { PickerChoice, PickerGroup } from './choices';
import { Face } from './Face';
import styles from './Picker.module.css';

interface GridProps {
  id: string;
  label: string;
  groups: readonly PickerGroup[];
  /** Whether each says what it is. */
  titled: boolean;
  /** The place of the one that is chosen, counted through all groups. */
  at: number;
  titleOf: (group: string) => string;
  tonedOf: (choice: PickerChoice) => string | undefined;
  onPoint: (at: number) => void;
  onPick: (choice: PickerChoice) => void;
}

/** The emoji to choose from, a group below the other. */
export function Grid({
  id,
  label,
  groups,
  titled,
  at,
  titleOf,
  tonedOf,
  onPoint,
  onPick,
}: GridProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.scroll}>
      {groups.map(({ key, choices }, nth) => {
        const first = groups.slice(0, nth).reduce((sum, group) => sum + group.choices.length, 0);
        const named = titled ? { role: 'group', 'aria-label': titleOf(key) } : {};
        return (
          <div key={key} role="presentation" {...named}>
            {titled && (
              <p aria-hidden="true" className={styles.heading}>
                {titleOf(key)}
              </p>
            )}
            <div role="presentation" className={styles.grid}>
              {choices.map((choice, index) => (
                <div
                  key={choice.name}
                  id={`${id}-${first + index}`}
                  role="option"
                  aria-selected={first + index === at}
                  aria-label={choice.name.replaceAll('_', ' ')}
                  className={styles.choice}
                  onPointerMove={() => onPoint(first + index)}
                  onClick={() => onPick(choice)}
                >
                  <Face choice={choice} toned={tonedOf(choice)} />
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
