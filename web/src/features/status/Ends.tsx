import { useSay } from '../../i18n/Texts';
import { expiries, type Expiry } from '../../models/status';
import { Field } from '../../ui/Field/Field';
import { Select } from '../../ui/Select/Select';

export interface Ending {
  expiry: Expiry;
  /** A moment by the clock of this machine. */
  picked: string;
}

interface EndsProps {
  label: string;
  value: Ending;
  /** Whether it may have no end. */
  never: boolean;
  error: string | undefined;
  onChange: (value: Ending) => void;
}

/** When something ends by itself. */
export function Ends({ label, value, never, error, onChange }: EndsProps) {
  const say = useSay();
  const offered = expiries.filter((each) => never || each !== 'never');
  return (
    <>
      <Select
        label={label}
        value={value.expiry}
        options={offered.map((each) => ({ value: each, text: say(`status.expiry.${each}`) }))}
        onChange={({ target }) => {
          const expiry = offered.find((each) => each === target.value);
          if (expiry !== undefined) onChange({ ...value, expiry });
        }}
      />
      {value.expiry === 'pick' && (
        <Field
          label={say('status.expiry.at')}
          type="datetime-local"
          error={error}
          value={value.picked}
          onChange={(event) => onChange({ ...value, picked: event.target.value })}
        />
      )}
    </>
  );
}
