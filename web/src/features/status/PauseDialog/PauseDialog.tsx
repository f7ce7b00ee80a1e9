import { useState } from 'react';
import '../../../i18n/enRefusals';
import '../../../i18n/enStatus';
import { useSay } from '../../../i18n/Texts';
import { expiryOf } from '../../../models/status';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { useAct } from '../../useAct';
import { useServerNow } from '../../useMinute';
import { Ends, type Ending } from '../Ends';

/** Keeps notifications away for a while. */
export function PauseDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { act, busy, problem } = useAct();
  const serverNow = useServerNow();
  const [ends, setEnds] = useState<Ending>({ expiry: 'hour', picked: '' });
  const [past, setPast] = useState(false);

  const pause = async () => {
    const now = serverNow();
    const minutes = Math.round((expiryOf(ends.expiry, now, ends.picked) * 1000 - now) / 60_000);
    setPast(minutes < 1);
    if (minutes < 1) return;
    if (await act('dnd.setSnooze', { num_minutes: minutes })) onClose();
  };
  return (
    <FormDialog
      title={say('pause.title')}
      save={say('pause.save')}
      busy={busy}
      problem={problem}
      onSave={pause}
      onClose={onClose}
    >
      <p>{say('pause.note')}</p>
      <Ends
        never={false}
        label={say('pause.until')}
        value={ends}
        error={past ? say('status.expiry.past') : undefined}
        onChange={setEnds}
      />
    </FormDialog>
  );
}
