import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import { keptOf, keyOf } from './kept';

/** A message as `search.messages` tells it. */
export interface Match {
  iid: string;
  team: string;
  channel?: { id: string; name?: string };
  user: string;
  username: string;
  ts: string;
  text: string;
  permalink: string;
}

interface SearchAnswer {
  messages: { total: number; paging: { page: number; pages: number }; matches: Match[] };
  warning?: string;
}

export interface Found {
  matches: readonly Match[];
  total: number;
  page: number;
  pages: number;
  /** There was more than one search reads. */
  incomplete: boolean;
}

export interface FoundMessages {
  /** Nothing until the server has answered. */
  found: Found | undefined;
  refusal: string | undefined;
  busy: boolean;
  /** Asks for the next page; the same again if that was refused. */
  more: () => void;
}

/** The messages that answer a query, the newest first, page after page. */
export function useFound(query: string): FoundMessages {
  const workspace = useWorkspace();
  const { call } = workspace.parts;
  const kept = keptOf(workspace, keyOf('messages', query));
  const [found, setFound] = useState(kept.found);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  const load = useCallback(
    async (page: number) => {
      setBusy(true);
      setRefusal(undefined);
      const args = { query, page, count: 20, sort: 'timestamp' };
      const outcome = await call<SearchAnswer>('search.messages', args);
      setBusy(false);
      setRefusal(refusalOf(outcome));
      if (outcome.kind === 'ok') setFound((before) => joined(before, page, outcome.answer));
    },
    [call, query],
  );
  useEffect(() => {
    kept.found = found;
  }, [kept, found]);
  const known = found !== undefined;
  useEffect(() => {
    if (!known) void load(1);
  }, [known, load]);
  return {
    found,
    refusal,
    busy,
    more: () => void load((found?.page ?? 0) + 1),
  };
}

/** What was said meanwhile shifts the pages: nothing is shown twice. */
function joined(before: Found | undefined, page: number, answer: SearchAnswer): Found {
  const { total, paging, matches } = answer.messages;
  const old = page === 1 ? [] : (before?.matches ?? []);
  const known = new Set(old.map(({ iid }) => iid));
  return {
    matches: [...old, ...matches.filter(({ iid }) => !known.has(iid))],
    total,
    page,
    pages: paging.pages,
    incomplete: answer.warning?.includes('search_incomplete') === true,
  };
}
