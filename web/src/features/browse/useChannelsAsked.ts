import { useEffect, useState } from 'react';
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

interface Asked {
  channels: readonly FoundChannel[];
  /** The server's answer is still to come. */
  asking: boolean;
}

/**
 * Asks the server for the public channels that a query means, once typing rests. Those that were
 * found before stay known.
 */
export function useChannelsAsked(query: string | undefined): Asked {
  const workspace = useWorkspace();
  const book = bookOf(workspace);
  const { call } = workspace.parts;
  const asked = query?.trim() ?? '';
  const [answered, setAnswered] = useState('');
  useEffect(() => {
    if (asked === '') return;
    let current = true;
    const timer = setTimeout(() => void ask(), askMs);
    const ask = async () => {
      const args = { query: asked, limit: most, exclude_archived: true };
      const outcome = await call<FoundChannelsAnswer>('client.channels', args);
      if (outcome.kind === 'ok') {
        book.setState(({ list }) => ({ list: learned(list, asked, outcome.answer) }));
      }
      if (current) setAnswered(asked);
    };
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, book, call]);
  const channels = useStore(book, ({ list }) => list);
  return { channels, asking: asked !== answered && asked !== '' };
}
