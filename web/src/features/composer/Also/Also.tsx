import { useSay } from '../../../i18n/Texts';
import styles from './Also.module.css';

interface AlsoProps {
  direct: boolean;
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Has a reply shown in the conversation too. */
export function Also({ direct, name, checked, onChange }: AlsoProps) {
  const say = useSay();
  return (
    <label className={styles.also}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.words}>
        {say(direct ? 'thread.also.direct' : 'thread.also', { name })}
      </span>
    </label>
  );
}
