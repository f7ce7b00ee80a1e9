import '../../../i18n/enRefusals';
import { useId, useState, type SyntheticEvent } from 'react';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enCreate';
import '../../../i18n/enApps';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { AppMadeAnswer } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { linesOf } from '../problems';
import type { Apps } from '../useApps';
import styles from './NewApp.module.css';

interface NewAppProps {
  change: Apps['change'];
  onMade: (made: AppMadeAnswer) => void;
  onClose: () => void;
}

/** Makes an app of a manifest; what is wrong with it is told with its place. */
export function NewApp({ change, onMade, onClose }: NewAppProps) {
  const say = useSay();
  const id = useId();
  const [manifest, setManifest] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const complete = manifest.trim() !== '' && !busy;

  const create = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!complete) return;
    setBusy(true);
    const outcome = await change<AppMadeAnswer>('client.apps.create', { manifest });
    setBusy(false);
    if (outcome.kind === 'ok') {
      onMade(outcome.answer);
      return;
    }
    const lines = outcome.kind === 'refused' ? linesOf(outcome.body.problems) : [];
    setProblems(lines.length > 0 ? lines : [refusalText(say, refusalOf(outcome) ?? '')]);
  };

  const readFile = async (file: File | undefined) => {
    if (file !== undefined) setManifest(await file.text());
    setProblems([]);
  };

  return (
    <Dialog title={say('apps.new')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void create(event)}>
        <label htmlFor={id} className={styles.label}>
          {say('apps.manifest')}
        </label>
        <textarea
          id={id}
          className={styles.text}
          dir="ltr"
          rows={12}
          spellCheck={false}
          aria-describedby={`${id}-note`}
          aria-invalid={problems.length > 0}
          value={manifest}
          onChange={(event) => {
            setManifest(event.target.value);
            setProblems([]);
          }}
        />
        <p id={`${id}-note`} className={styles.hint}>
          {say('apps.manifest.hint')}
        </p>
        <Problem text={problems.length === 0 ? undefined : problems.join('\n')} />
        <div className={styles.actions}>
          <label className={styles.file}>
            {say('apps.manifest.file')}
            <input
              type="file"
              accept=".json,.yaml,.yml"
              onChange={(event) => void readFile(event.target.files?.[0])}
            />
          </label>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={!complete}>
            {say('create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
