import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useChannelInfo } from '../../../app/Shell/useChannelInfo';
import '../../../i18n/enViews';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import { Link } from '../../../ui/Link/Link';
import { useTitleOf } from '../../names';

interface PlaceLinkProps {
  channel: string;
  thread: string | undefined;
}

/** Where something was written, also where one is not any more. */
export function PlaceLink({ channel, thread }: PlaceLinkProps) {
  const say = useSay();
  const titleOf = useTitleOf();
  const slug = useWorkspace().parts.team.domain;
  const held = useWorkspaceState(({ conversations }) => conversations[channel]);
  const left = useChannelInfo(held === undefined ? channel : undefined)?.name;

  const known = held === undefined ? left : titleOf(held);
  const sign = held === undefined || !isDirect(held) ? '#' : '';
  const name = `${sign}${known ?? ''}`;
  const elsewhere = say(thread === undefined ? 'views.drafts.left' : 'views.drafts.left.in');
  const words = thread === undefined ? name : say('views.drafts.in', { name });
  const pane = thread === undefined ? undefined : ({ kind: 'thread', ts: thread } as const);
  const href = formatAddress({
    view: 'conversation',
    slug,
    channel,
    ts: undefined,
    pane: pane && { ...pane, reply: undefined },
  });
  return (
    <Link href={href}>
      <bdi>{known === undefined ? elsewhere : words}</bdi>
    </Link>
  );
}
