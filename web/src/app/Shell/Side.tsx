import { Suspense, useCallback, type ReactNode } from 'react';
import { part } from '../parts';
import { useGo } from '../../ui/Link/useGo';
import { formatAddress, type Address } from '../../models/address';
import type { HeldConversation } from '../../store/counts';
import type { ViewBook } from '../../features/messages/MessageList/view';
import { Coming } from './Coming';
import { RightPane } from './RightPane/RightPane';
import { usePaneStack } from './usePaneStack';

const Thread = part(
  async () => (await import('../../features/thread/ThreadPane/ThreadPane')).ThreadPane,
);

const Details = part(
  async () => (await import('../../features/details/DetailsPane/DetailsPane')).DetailsPane,
);

const Profile = part(
  async () => (await import('../../features/profile/ProfilePane/ProfilePane')).ProfilePane,
);

interface SideProps {
  address: Address;
  /** The conversation beside it, if there is one. */
  conversation: HeldConversation | undefined;
  /** The address of what stands beside it. */
  home: string;
  views: ViewBook;
}

/** Whether an address has something to show in the right pane. */
export function hasSide(address: Address): boolean {
  if (address.view === 'profile') return true;
  return address.view === 'conversation' && address.pane !== undefined;
}

/** The right pane with the view that the address names. */
export function Side({ address, conversation, home, views }: SideProps) {
  const go = useGo();
  const back = usePaneStack(pathOf(address), go);
  const close = useCallback(() => go(home), [go, home]);
  return (
    <RightPane onClose={close} onBack={back}>
      <Suspense fallback={<Coming beside />}>{viewOf(address, conversation, views)}</Suspense>
    </RightPane>
  );
}

function viewOf(
  address: Address,
  conversation: HeldConversation | undefined,
  views: ViewBook,
): ReactNode {
  if (address.view === 'profile') return <Profile id={address.user} />;
  if (address.view !== 'conversation' || address.pane === undefined) return null;
  if (conversation === undefined) return null;
  const { pane } = address;
  if (pane.kind === 'details') return <Details conversation={conversation} tab={pane.tab} />;
  const { ts, reply } = pane;
  return <Thread key={ts} conversation={conversation} thread={ts} reply={reply} views={views} />;
}

/** Where a view is to come back to: to a thread, not to one of its replies. */
function pathOf(address: Address): string {
  if (address.view !== 'conversation' || address.pane?.kind !== 'thread') {
    return formatAddress(address);
  }
  return formatAddress({ ...address, pane: { ...address.pane, reply: undefined } });
}
