import { useState } from 'react';
import { refusalOf } from '../../../app/workspace/actions';
import '../../../i18n/enApps';
import '../../../i18n/enRefusals';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { AppMadeAnswer } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Confirm } from '../../../ui/Confirm/Confirm';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { ListSection } from '../../../ui/ListRow/ListRow';
import { LoadProblem } from '../../../ui/Problem/LoadProblem';
import { AppRow } from '../AppRow/AppRow';
import { NewApp } from '../NewApp/NewApp';
import { NewWebhook } from '../NewWebhook/NewWebhook';
import { Secrets, type Shown } from '../Secrets/Secrets';
import { shownOf } from '../Secrets/shown';
import { useApps } from '../useApps';
import { WebhookRow } from '../WebhookRow/WebhookRow';

/** A question before something that cannot be taken back, and what is done then. */
interface Question {
  title: string;
  text: string;
  confirm: string;
  method: string;
  args: Record<string, unknown>;
}

/** The workspace's apps and webhooks, for its admins. */
export function AppsDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { apps, webhooks, refusal, again, change } = useApps();
  const [making, setMaking] = useState<'app' | 'webhook'>();
  const [question, setQuestion] = useState<Question>();
  const [failed, setFailed] = useState<string>();
  const [shown, setShown] = useState<Shown>();

  const show = (made: AppMadeAnswer) => {
    setMaking(undefined);
    setShown(shownOf(say, made));
  };
  const run = async ({ method, args }: Pick<Question, 'method' | 'args'>) => {
    const outcome = await change<Partial<AppMadeAnswer>>(method, args);
    setFailed(refusalOf(outcome));
    if (outcome.kind !== 'ok') return;
    setQuestion(undefined);
    const { app, secrets, notices } = outcome.answer;
    if (app !== undefined && secrets !== undefined) show({ app, secrets, notices: notices ?? [] });
  };
  const ask = (asked: Question) => {
    setFailed(undefined);
    setQuestion(asked);
  };
  const nameOf = (id: string) => apps?.find((app) => app.id === id)?.name ?? id;
  const problem = question === undefined ? failed : undefined;

  return (
    <Dialog
      tall
      title={say('apps.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setMaking('webhook')}>{say('apps.webhook.new')}</Button>
          <Button tone="primary" onClick={() => setMaking('app')}>
            {say('apps.new')}
          </Button>
        </>
      }
    >
      <LoadProblem
        refusal={refusal}
        other={problem === undefined ? undefined : refusalText(say, problem)}
        onRetry={again}
      />
      <ListSection
        title={say('apps.apps')}
        note={apps?.length === 0 ? say('apps.none') : undefined}
        busy={apps === undefined}
      >
        <ul>
          {apps?.map((app) => (
            <AppRow
              key={app.id}
              app={app}
              onInstall={() => void run({ method: 'client.apps.install', args: { app: app.id } })}
              onRemove={() =>
                ask({
                  title: say('apps.remove.title', { name: app.name }),
                  text: say('apps.remove.text'),
                  confirm: say('remove.confirm'),
                  method: 'client.apps.remove',
                  args: { app: app.id },
                })
              }
              onRotate={(secret) =>
                ask({
                  title: say('apps.rotate.title', { name: app.name }),
                  text: say('apps.rotate.text'),
                  confirm: say('apps.rotate.confirm'),
                  method: 'client.apps.rotate',
                  args: { app: app.id, secret },
                })
              }
            />
          ))}
        </ul>
      </ListSection>
      <ListSection
        title={say('apps.webhooks')}
        note={apps !== undefined && webhooks.length === 0 ? say('apps.webhooks.none') : undefined}
      >
        <ul>
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              app={nameOf(webhook.app)}
              onRevoke={() =>
                ask({
                  title: say('apps.webhook.revoke.title'),
                  text: say('apps.webhook.revoke.text'),
                  confirm: say('apps.webhook.revoke'),
                  method: 'client.webhooks.revoke',
                  args: { webhook: webhook.id },
                })
              }
            />
          ))}
        </ul>
      </ListSection>
      {making === 'app' && (
        <NewApp change={change} onMade={show} onClose={() => setMaking(undefined)} />
      )}
      {making === 'webhook' && (
        <NewWebhook
          apps={apps ?? []}
          change={change}
          onMade={({ url }) => {
            setMaking(undefined);
            const value = { label: say('apps.webhook.url'), value: url };
            setShown({ title: say('apps.webhook.ready'), values: [value], notices: [] });
          }}
          onClose={() => setMaking(undefined)}
        />
      )}
      {question !== undefined && (
        <Confirm
          title={question.title}
          text={question.text}
          problem={failed === undefined ? undefined : refusalText(say, failed)}
          confirm={question.confirm}
          cancel={say('dialog.cancel')}
          onConfirm={() => void run(question)}
          onClose={() => setQuestion(undefined)}
        />
      )}
      {shown !== undefined && <Secrets shown={shown} onClose={() => setShown(undefined)} />}
    </Dialog>
  );
}
