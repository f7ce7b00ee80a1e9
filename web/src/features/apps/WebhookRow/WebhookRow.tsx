import { Webhook as Mark } from 'lucide-react';
import { useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Webhook } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { ListRow } from '../../../ui/ListRow/ListRow';
import { useNames } from '../../names';

interface WebhookRowProps {
  webhook: Webhook;
  /** The name of the app as which it posts. */
  app: string;
  onRevoke: () => void;
}

/** Where a webhook posts, as what, and since when. */
export function WebhookRow({ webhook, app, onRevoke }: WebhookRowProps) {
  const say = useSay();
  const { date } = useFormats();
  const names = useNames();
  const channel = useWorkspaceState((state) => state.conversations[webhook.channel]?.name);
  const title = channel === undefined ? say('apps.webhook.elsewhere') : `#${channel}`;
  const time = date(webhook.created * 1000);
  const made =
    webhook.created_by === undefined
      ? say('apps.webhook.made', { app, date: time })
      : say('apps.webhook.made.by', {
          app,
          date: time,
          person: names.person(webhook.created_by),
        });
  return (
    <ListRow
      icon={<Mark size={16} strokeWidth={1.75} aria-hidden="true" />}
      title={<bdi>{title}</bdi>}
      notes={[made]}
    >
      <Button aria-label={say('apps.webhook.revoke.of', { name: title })} onClick={onRevoke}>
        {say('apps.webhook.revoke')}
      </Button>
    </ListRow>
  );
}
