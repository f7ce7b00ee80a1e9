import { Button } from '../Button/Button';
import { Dialog } from '../Dialog/Dialog';
import { Problem } from '../Problem/Problem';

interface ConfirmProps {
  title: string;
  text: string;
  problem?: string | undefined;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const { title, text, problem, confirm, cancel, onConfirm, onClose } = props;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button tone="danger" onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <Problem text={problem} />
    </Dialog>
  );
}
