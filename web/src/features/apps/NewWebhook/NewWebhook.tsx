import '../../../i18n/enRefusals';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { useWorkspaceState } from '../../../app/context';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enCreate';
import '../../../i18n/enApps';
import { refusalText, useSay } from '../../../i18n/Texts';
import { compareTitles } from '../../../models/titles';
import type { AppSummary, WebhookMadeAnswer } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { Select } from '../../../ui/Select/Select';
import type { Apps } from '../useApps';

interface NewWebhookProps {
  apps: readonly AppSummary[];
  change: Apps['change'];
  onMade: (made: WebhookMadeAnswer) => void;
  onClose: () => void;
}

/** Makes an address that posts to one of the channels one is in. */
export function NewWebhook({ apps, change, onMade, onClose }: NewWebhookProps) {
  const say = useSay();
  const conversations = useWorkspaceState((state) => state.conversations);
  const channels = useMemo(
    () =>
      Object.values(conversations)
        .filter(({ id, is_archived }) => id.startsWith('C') && !is_archived)
        .map(({ id, name }) => ({ value: id, text: `#${name ?? id}` }))
        .sort((one, two) => compareTitles(one.text, two.text)),
    [conversations],
  );
  const [channel, setChannel] = useState(channels[0]?.value ?? '');
  const [app, setApp] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const owners = [
    { value: '', text: say('apps.webhook.app.none') },
    ...apps
      .filter(({ is_installed }) => is_installed)
      .map(({ id, name }) => ({ value: id, text: name })),
  ];

  const create = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || channel === '') return;
    setBusy(true);
    const args = app === '' ? { channel } : { channel, app };
    const outcome = await change<WebhookMadeAnswer>('client.webhooks.create', args);
    setBusy(false);
    if (outcome.kind === 'ok') onMade(outcome.answer);
    else setRefusal(refusalOf(outcome));
  };

  return (
    <Dialog
      title={say('apps.webhook.new')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" disabled={busy || channel === ''} onClick={(e) => void create(e)}>
            {say('create.submit')}
          </Button>
        </>
      }
    >
      <p>{say('apps.webhook.intro')}</p>
      <Select
        label={say('apps.webhook.channel')}
        options={channels}
        value={channel}
        onChange={(event) => setChannel(event.target.value)}
      />
      <Select
        label={say('apps.webhook.app')}
        options={owners}
        value={app}
        onChange={(event) => setApp(event.target.value)}
      />
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
    </Dialog>
  );
}
