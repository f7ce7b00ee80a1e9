import { useState } from 'react';
import { dayKey } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { dayProblem } from '../../../models/days';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';

interface DateDialogProps {
  now: number;
  /** A day, as `2026-11-24`. */
  onPick: (date: string) => void;
  onClose: () => void;
}

/** Asks for a day to go to; one that is still to come is refused. */
export function DateDialog({ now, onPick, onClose }: DateDialogProps) {
  const say = useSay();
  const [date, setDate] = useState(dayKey(now));
  const [tried, setTried] = useState(false);
  const wrong = dayProblem(date, now);
  return (
    <FormDialog
      title={say('days.pick.title')}
      save={say('days.pick.go')}
      busy={false}
      problem={undefined}
      onSave={() => (wrong === undefined ? onPick(date) : setTried(true))}
      onClose={onClose}
    >
      <Field
        type="date"
        label={say('days.pick.label')}
        value={date}
        error={tried && wrong !== undefined ? say(`days.${wrong}`) : undefined}
        onChange={(event) => setDate(event.target.value)}
      />
    </FormDialog>
  );
}
