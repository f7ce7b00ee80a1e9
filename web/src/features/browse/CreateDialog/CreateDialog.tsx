import '../../../i18n/enRefusals';
import { useState, type SyntheticEvent } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enCreate';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { channelNameOf, isChannelName } from '../../../models/slug';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { useTyped } from '../../../ui/Dialog/typedBefore';
import { Field } from '../../../ui/Field/Field';
import styles from './CreateDialog.module.css';

export function CreateDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const workspace = useWorkspace();
  const go = useGo();
  const [typed, setTyped] = useTyped();
  const [isPrivate, setPrivate] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const name = channelNameOf(typed);
  const wrong = name !== '' && !isChannelName(name) ? say('create.name.hint') : undefined;
  const complete = isChannelName(name);

  const create = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!complete) return;
    const outcome = await workspace.actions.createChannel(name, isPrivate);
    if (outcome.kind !== 'ok') {
      setRefusal(refusalOf(outcome));
      form.querySelector('input')?.focus();
      return;
    }
    const slug = workspace.parts.team.domain;
    onClose();
    go(formatAddress({ view: 'conversation', slug, channel: outcome.answer, ts: undefined }));
  };

  return (
    <Dialog title={say('create.title')} onClose={onClose}>
      <form onSubmit={(event) => void create(event)}>
        <Field
          label={say('create.name')}
          prefix="#"
          autoComplete="off"
          spellCheck={false}
          hint={say('create.name.hint')}
          error={wrong ?? (refusal === undefined ? undefined : refusalText(say, refusal))}
          value={name}
          onChange={(event) => {
            setTyped(event.target.value);
            setRefusal(undefined);
          }}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
          {say('create.private')}
        </label>
        <div className={styles.actions}>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={!complete}>
            {say('create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
