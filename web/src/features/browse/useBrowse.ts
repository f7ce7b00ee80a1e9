import { useCallback, useMemo, useState } from 'react';
import { useWorkspaceState } from '../../app/context';
import {
  browseAsked,
  isOfKind,
  stillMeant,
  type BrowseKind,
  type BrowseOrder,
} from '../../models/browse';
import type { FoundChannel } from '../../protocol/generated';
import { useTyped } from '../../ui/Dialog/typedBefore';
import { useDelayed } from '../../ui/useDelayed';
import { useRested } from '../../ui/useRested';
import { askMs } from '../people/usePeopleAsked';
import { useChannelPages } from './useChannelPages';

/** Some screens of rows. */
const limit = 100;
/** What is answered sooner was not waited for. */
const waitMs = 150;

/** What somebody wants to see of all channels, and as much of it as is there. */
export function useBrowse() {
  const [query, setQuery] = useTyped();
  const [kind, setKind] = useState<BrowseKind>('all');
  const [order, setOrder] = useState<BrowseOrder>('name');
  const joined = useWorkspaceState((state) => state.conversations);
  const meant = query.trim();
  const rested = useRested(meant, askMs);
  const asked = rested === undefined ? undefined : browseAsked(rested, kind, order);
  const { channels, before, isWhole, isLoading, refusal, more } = useChannelPages(
    asked && { ...asked, limit },
  );
  const answered = rested === meant ? channels : undefined;

  const shown = useMemo((): FoundChannel[] => {
    const known = answered ?? (refusal === undefined ? stillMeant(before ?? [], meant) : []);
    return known.filter((each) => isOfKind(each, kind, joined[each.id] !== undefined));
  }, [answered, before, refusal, meant, kind, joined]);
  const onMore = useCallback(() => {
    if (answered !== undefined && refusal === undefined) more();
  }, [answered, refusal, more]);

  return {
    query,
    setQuery,
    kind,
    setKind,
    order,
    setOrder,
    /** The question that `shown` answers. */
    asked: [kind, order, meant].join(' '),
    shown,
    isWhole: answered !== undefined && isWhole,
    waits: useDelayed(refusal === undefined && (answered === undefined || isLoading), waitMs),
    refusal,
    /** Asks for rows below those that are shown. */
    onMore,
    retry: more,
  };
}
