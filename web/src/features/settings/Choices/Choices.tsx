import { useId } from 'react';
import styles from './Choices.module.css';

interface ChoicesProps<T extends string> {
  label: string;
  values: readonly T[];
  value: T;
  textOf: (value: T) => string;
  /** One below the other: for sentences. */
  stacked?: boolean;
  onChange: (value: T) => void;
}

/** One of a few: radio buttons in a row that wraps. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, values, value, textOf, stacked = false, onChange } = props;
  const name = useId();
  return (
    <fieldset className={`${styles.set} ${stacked ? styles.stacked : ''}`}>
      <legend className={styles.legend}>{label}</legend>
      {values.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {textOf(each)}
        </label>
      ))}
    </fieldset>
  );
}
