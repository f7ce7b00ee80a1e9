import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import type { Reach } from './reach';

interface AskDialogProps {
  reach: Reach;
  onSend: () => void;
  onClose: () => void;
}

/** Asks before many are notified. */
export function AskDialog({ reach: { kind, count }, onSend, onClose }: AskDialogProps) {
  const say = useSay();
  return (
    <Dialog
      title={say('sending.ask.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('sending.ask.back')}</Button>
          <Button tone="primary" onClick={onSend}>
            {say('sending.ask.send')}
          </Button>
        </>
      }
    >
      <p>{say(`sending.ask.${kind}`, { count })}</p>
    </Dialog>
  );
}
