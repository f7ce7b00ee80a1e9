import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { CopyField } from '../../../ui/CopyField/CopyField';
import { Dialog } from '../../../ui/Dialog/Dialog';
import styles from './Secrets.module.css';

export interface Shown {
  title: string;
  values: readonly { label: string; value: string }[];
  notices: readonly string[];
}

/** What is shown once: whoever closes it does not see it again. */
export function Secrets({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog
      title={shown.title}
      onClose={onClose}
      footer={
        <Button tone="primary" onClick={onClose}>
          {say('apps.secrets.done')}
        </Button>
      }
    >
      <p className={styles.hint}>{say('apps.secrets.once')}</p>
      {shown.values.map(({ label, value }) => (
        <CopyField key={label} label={label} value={value} />
      ))}
      {shown.notices.length > 0 && (
        <ul className={styles.notices}>
          {shown.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
