import { Suspense, useCallback, type ReactNode } from 'react';
import { part } from '../parts';
import { useLocation } from 'wouter';
import { formatAddress, type Address } from '../../models/address';
import type { HeldConversation } from '../../store/counts';
import type { ViewBook } from '../../features/messages/MessageList/view';
import { RightPane } from './RightPane/RightPane';
import { usePaneStack } from './usePaneStack';

const Thread = part(
  async () => (await import('../../features/thread/ThreadPane/ThreadPane')).ThreadPane,
);

const Details = part(
  async () => (await import('../../features/details/DetailsPane/DetailsPane')).DetailsPane,
);

interface SideProps {
  address: Address;
  /** The conversation beside it. */
  conversation: HeldConversation;
  views: ViewBook;
}

/** Whether an address has something to show in the right pane. */
export function hasSide(address: Address): boolean {
  return address.view === 'conversation' && address.pane !== undefined;
}

/** The right pane with the view that the address names. */
export function Side({ address, conversation, views }: SideProps) {
  const [, go] = useLocation();
  const { slug, path } = whereOf(address);
  const back = usePaneStack(path, go);
  const { id } = conversation;
  const close = useCallback(
    () => go(formatAddress({ view: 'conversation', slug, channel: id, ts: undefined })),
    [go, slug, id],
  );
  return (
    <RightPane onClose={close} onBack={back}>
      <Suspense>{viewOf(address, conversation, views)}</Suspense>
    </RightPane>
  );
}

function viewOf(address: Address, conversation: HeldConversation, views: ViewBook): ReactNode {
  if (address.view !== 'conversation' || address.pane === undefined) return null;
  const { pane } = address;
  if (pane.kind === 'details') return <Details conversation={conversation} tab={pane.tab} />;
  const { ts, reply } = pane;
  return <Thread key={ts} conversation={conversation} thread={ts} reply={reply} views={views} />;
}

/** Where a view is to come back to: to a thread, not to one of its replies. */
function whereOf(address: Address): { slug: string; path: string } {
  const slug = 'slug' in address ? (address.slug ?? '') : '';
  if (address.view !== 'conversation' || address.pane?.kind !== 'thread') {
    return { slug, path: formatAddress(address) };
  }
  return { slug, path: formatAddress({ ...address, pane: { ...address.pane, reply: undefined } }) };
}
