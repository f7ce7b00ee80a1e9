import { useEffect, useMemo } from 'react';
import { formatAddress, parseAddress, type Address } from '../../models/address';
import type { WorkspaceState } from '../../store/state';
import { readLast, writeLast } from '../last';
import { useStatus, useWorkspace, useWorkspaceState } from '../context';

type Go = (path: string, options?: { replace: boolean }) => void;

/** The conversation to start with, and the moves that follow from an address without one. */
export function useHome(address: Address, narrow: boolean, go: Go): string | undefined {
  const workspace = useWorkspace();
  const ready = useStatus((status) => status.ready);
  const slug = workspace.parts.team.domain;
  const home = useWorkspaceState(useMemo(() => homeIn(slug), [slug]));

  useEffect(() => {
    const { team, user } = workspace.parts;
    if (address.view === 'conversation') {
      writeLast({
        team,
        user,
        path: formatAddress({ ...address, ts: undefined, pane: undefined }),
      });
    }
    const homeless = address.view === 'workspace' || address.view === 'unknown';
    if (ready && homeless && !narrow && home !== undefined) {
      const target: Address = { view: 'conversation', slug, channel: home, ts: undefined };
      go(formatAddress(target), { replace: true });
    }
  }, [address, ready, narrow, home, slug, go, workspace]);

  const wanted = address.view === 'direct' ? address.user : undefined;
  useEffect(() => {
    if (!ready || wanted === undefined) return;
    void workspace.actions.openDirect([wanted]).then((outcome) => {
      if (outcome.kind !== 'ok') return;
      const target: Address = {
        view: 'conversation',
        slug,
        channel: outcome.answer,
        ts: undefined,
      };
      go(formatAddress(target), { replace: true });
    });
  }, [ready, wanted, slug, go, workspace]);

  return home;
}

/** Looked for again when a conversation changed: what is said anywhere is to draw nothing here. */
function homeIn(slug: string): (state: WorkspaceState) => string | undefined {
  let known: WorkspaceState['conversations'] | undefined;
  let home: string | undefined;
  return ({ conversations }) => {
    if (known !== conversations) home = homeOf(conversations, slug);
    known = conversations;
    return home;
  };
}

/** The last one, else #general, else the first. */
function homeOf(conversations: WorkspaceState['conversations'], slug: string): string | undefined {
  const last = readLast();
  const address = last === undefined ? undefined : parseAddress(last.path);
  const known = address?.view === 'conversation' && address.slug === slug;
  if (known && conversations[address.channel] !== undefined) return address.channel;
  const all = Object.values(conversations).filter(({ is_archived }) => !is_archived);
  const general = all.find(({ is_general, name }) => is_general === true || name === 'general');
  return (general ?? all[0])?.id;
}
