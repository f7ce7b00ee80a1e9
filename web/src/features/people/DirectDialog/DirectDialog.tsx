import '../../../i18n/enRefusals';
import { useState } from 'react';
import { useGo } from '../../../ui/Link/useGo';
import { useWorkspace } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import { useFormats } from '../../../i18n/formats';
import '../../../i18n/enPick';
import { refusalText, useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { useNames } from '../../names';
import { PeoplePicker } from '../PeoplePicker/PeoplePicker';

/** Starts a direct message with one person, or a group message with several. */
export function DirectDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const names = useNames();
  const { list } = useFormats();
  const workspace = useWorkspace();
  const go = useGo();
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string>();

  const start = async () => {
    const outcome = await workspace.actions.openDirect(chosen);
    if (outcome.kind !== 'ok') {
      setRefusal(refusalOf(outcome));
      return;
    }
    const slug = workspace.parts.team.domain;
    onClose();
    go(formatAddress({ view: 'conversation', slug, channel: outcome.answer, ts: undefined }));
  };

  return (
    <Dialog
      tall
      title={say('direct.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" disabled={chosen.length === 0} onClick={() => void start()}>
            {say('direct.submit')}
          </Button>
        </>
      }
    >
      <PeoplePicker
        label={say('direct.find')}
        chosen={chosen}
        onToggle={(user) => setChosen((now) => toggled(now, user))}
      />
      {chosen.length > 0 && (
        <p role="status">{say('person.selected', { names: list(chosen.map(names.person)) })}</p>
      )}
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
    </Dialog>
  );
}

export function toggled(chosen: readonly string[], user: string): string[] {
  return chosen.includes(user) ? chosen.filter((each) => each !== user) : [...chosen, user];
}
