import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { useWorkspace } from '../../app/context';
import { perWorkspace } from '../../app/workspace/perWorkspace';
import { learned } from '../../models/otherChannels';
import type { FoundChannel, FoundChannelsAnswer } from '../../protocol/generated';
import { askMs } from '../people/usePeopleAsked';

const most = 24;

const bookOf = perWorkspace(() =>
  createStore<{ list: readonly FoundChannel[] }>(() => ({ list: [] })),
);

/**
 * Asks the server for the public channels that a query means, once typing rests. Those that were
 * found before stay known.
 */
export function useChannelsAsked(query: string | undefined): readonly FoundChannel[] {
  const workspace = useWorkspace();
  const book = bookOf(workspace);
  const { call } = workspace.parts;
  const asked = query?.trim() ?? '';
  useEffect(() => {
    if (asked === '') return;
    const timer = setTimeout(() => void ask(), askMs);
    const ask = async () => {
      const args = { query: asked, limit: most, exclude_archived: true };
      const outcome = await call<FoundChannelsAnswer>('client.channels', args);
      if (outcome.kind !== 'ok') return;
      book.setState(({ list }) => ({ list: learned(list, asked, outcome.answer) }));
    };
    return () => clearTimeout(timer);
  }, [asked, book, call]);
  return useStore(book, ({ list }) => list);
}
