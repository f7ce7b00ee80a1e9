import { useState, type SyntheticEvent } from 'react';
import '../../../i18n/enStatus';
import { useSay } from '../../../i18n/Texts';
import { expiryOf } from '../../../models/status';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { useAct } from '../../useAct';
import { Ends, type Ending } from '../Ends';

/** Keeps notifications away for a while. */
export function PauseDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { act, busy, problem } = useAct();
  const [ends, setEnds] = useState<Ending>({ expiry: 'hour', picked: '' });
  const [past, setPast] = useState(false);

  const pause = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const now = Date.now();
    const minutes = Math.round((expiryOf(ends.expiry, now, ends.picked) * 1000 - now) / 60_000);
    setPast(minutes < 1);
    if (minutes < 1) return;
    if (await act('dnd.setSnooze', { num_minutes: minutes })) onClose();
  };
  return (
    <Dialog
      title={say('pause.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={(event) => void pause(event)}>
            {say('pause.save')}
          </Button>
        </>
      }
    >
      <p>{say('pause.note')}</p>
      <form onSubmit={(event) => void pause(event)}>
        <Ends
          never={false}
          label={say('pause.until')}
          value={ends}
          error={past ? say('status.expiry.past') : undefined}
          onChange={setEnds}
        />
        <button type="submit" hidden />
      </form>
      <Problem text={problem} />
    </Dialog>
  );
}
