import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { channelsIn, offered, peopleIn, rank } from '../../models/jump/rank';
import type { Targets } from '../../models/jump/runs';
import { targetsOf, type Target } from '../../models/jump/targets';
import { keyOfVisit } from '../../models/jump/visits';
import { useChannelsAsked } from '../browse/useChannelsAsked';
import { useTitleOf } from '../names';
import { usePeopleAsked } from '../people/usePeopleAsked';
import type { OpenPlace } from './usePlaces';

/** No more than can be looked over at once (client.md 6). */
export const most = 24;

/** What is offered for what was typed, the best first. */
export function useJump(typed: string, open: string | undefined, places: readonly OpenPlace[]) {
  const workspace = useWorkspace();
  const conversations = useWorkspaceState((state) => state.conversations);
  const people = useWorkspaceState((state) => state.people);
  const ops = useWorkspaceState((state) => state.ops);
  const self = useWorkspaceState((state) => state.self);
  const memory = useStore(workspace.jumps.store);
  const titleOf = useTitleOf();
  const { channels: others } = useChannelsAsked(channelsIn(typed));
  usePeopleAsked(peopleIn(typed));
  const targets = useMemo(
    () => targetsOf({ self, conversations, people, ops, others, places, titleOf }),
    [self, conversations, people, ops, others, places, titleOf],
  );
  useEffect(() => foldAhead(targets), [targets]);
  return useMemo((): readonly Target[] => {
    const input = { targets, memory, now: workspace.parts.now(), limit: most };
    if (typed.trim() !== '') return rank(typed, input);
    const here = open === undefined ? undefined : conversations[open];
    return offered(input, here === undefined ? undefined : keyOfVisit(here));
  }, [targets, memory, typed, open, conversations, workspace]);
}

const atOnce = 400;

/** Folds all names bit by bit while nothing is typed, so that the first key finds them done. */
function foldAhead(targets: Targets): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    if (targets.foldSome(atOnce)) timer = setTimeout(next);
  };
  timer = setTimeout(next, 50);
  return () => clearTimeout(timer);
}
