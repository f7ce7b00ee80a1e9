import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';

interface DeleteDialogProps {
  problem: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

export function DeleteDialog({ problem, onConfirm, onClose }: DeleteDialogProps) {
  const say = useSay();
  return (
    <Dialog
      title={say('delete.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('delete.cancel')}</Button>
          <Button tone="danger" onClick={onConfirm}>
            {say('delete.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('delete.text')}</p>
      {problem !== undefined && <Problem text={say('delete.failed', { reason: problem })} />}
    </Dialog>
  );
}
