import { useId, type ReactNode } from 'react';
import { useSay } from '../../i18n/Texts';
import { Button } from '../Button/Button';
import { Dialog } from '../Dialog/Dialog';
import { Problem } from '../Problem/Problem';

interface FormDialogProps {
  title: string;
  /** What the button that saves is called. */
  save: string;
  /** The other button, if it is not Cancel. */
  other?: { text: string; act: () => void };
  tone?: 'primary' | 'danger';
  tall?: boolean;
  busy: boolean;
  /** Whether what is needed has been said. */
  complete?: boolean;
  problem: string | undefined;
  onSave: () => unknown;
  /** Nothing if it stays until it was answered. */
  onClose: (() => void) | undefined;
  /** The fields. */
  children: ReactNode;
  /** What stands below the form without being part of it. */
  below?: ReactNode;
}

/** A dialog that asks for something and saves it, by its button or by Enter, once at a time. */
export function FormDialog(props: FormDialogProps) {
  const { title, save, tone = 'primary', tall = false, busy, complete = true, problem } = props;
  const { onSave, onClose, children, below } = props;
  const say = useSay();
  const other = props.other ?? { text: say('dialog.cancel'), act: onClose };
  const id = useId();
  return (
    <Dialog
      title={title}
      tall={tall}
      onClose={onClose}
      footer={
        <>
          <Button onClick={other.act}>{other.text}</Button>
          <Button type="submit" form={id} tone={tone} disabled={!complete} aria-disabled={busy}>
            {save}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && complete) onSave();
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
      <Problem text={problem} />
      {below}
    </Dialog>
  );
}
