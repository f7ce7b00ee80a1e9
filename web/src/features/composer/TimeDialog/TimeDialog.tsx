import { useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enSchedule';
import { useSay } from '../../../i18n/Texts';
import { localInput, timeProblem } from '../../../models/schedule';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';

interface TimeDialogProps {
  title: string;
  save: string;
  /** What the field begins with, in milliseconds since 1970. */
  from: number;
  /** What else is to be said of a moment. */
  noteOf?: (ms: number) => string | undefined;
  onSave: (ms: number) => void;
  onClose: () => void;
}

/** A moment at which a message goes out; what is past or too far away is refused. */
export function TimeDialog({ title, save, from, noteOf, onSave, onClose }: TimeDialogProps) {
  const say = useSay();
  const { now } = useWorkspace().parts;
  const skewMs = useWorkspaceState((state) => state.clockSkewMs);
  const [when, setWhen] = useState(localInput(from));
  const [tried, setTried] = useState(false);
  const ms = new Date(when).getTime();
  const wrong = timeProblem(ms, now() + skewMs);
  return (
    <FormDialog
      title={title}
      save={save}
      busy={false}
      problem={undefined}
      onSave={() => (wrong === undefined ? onSave(ms) : setTried(true))}
      onClose={onClose}
    >
      <Field
        type="datetime-local"
        label={say('schedule.when')}
        value={when}
        hint={Number.isNaN(ms) ? undefined : noteOf?.(ms)}
        error={tried && wrong !== undefined ? say(`schedule.${wrong}`) : undefined}
        onChange={(event) => setWhen(event.target.value)}
      />
    </FormDialog>
  );
}
