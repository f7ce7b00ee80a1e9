import { useMemo, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { useWorkspace } from '../../../app/context';
import { formatAddress } from '../../../models/address';
import type { RowActions } from '../MessageRow/MessageRow';
import { useEditing } from './useEditing';

/** What can be done with the messages of a conversation. */
export function useRowActions(channel: string, near: RefObject<HTMLElement | null>) {
  const [, go] = useLocation();
  const { domain: slug } = useWorkspace().parts.team;
  const { actions: own, ...editing } = useEditing(channel, near);
  const actions = useMemo<RowActions>(
    () => ({
      ...own,
      thread: (ts, reply) => {
        const pane = { kind: 'thread', ts, reply } as const;
        go(formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane }));
      },
    }),
    [own, go, slug, channel],
  );
  return { ...editing, actions };
}
