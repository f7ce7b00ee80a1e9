import '../../../i18n/enRefusals';
import '../../../i18n/enChange';
import { useSay } from '../../../i18n/Texts';
import { Confirm } from '../../../ui/Confirm/Confirm';

interface DeleteDialogProps {
  problem: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

export function DeleteDialog({ problem, onConfirm, onClose }: DeleteDialogProps) {
  const say = useSay();
  return (
    <Confirm
      title={say('delete.title')}
      text={say('delete.text')}
      problem={problem === undefined ? undefined : say('delete.failed', { reason: problem })}
      confirm={say('delete.confirm')}
      cancel={say('delete.cancel')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
