import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import { refusalOf } from '../../app/workspace/refusals';
import type { Message } from '../../protocol/generated';
import { isStarred } from '../../store/stars';

export interface Saved {
  channel: string;
  message: Message;
}

interface Item {
  channel: string;
  message?: Message;
}

export interface SavedList {
  /** Nothing until the server has answered. */
  saved: readonly Saved[] | undefined;
  refusal: string | undefined;
  again: () => void;
}

/** The messages that one saved, the newest first; anew when something else is saved. */
export function useSaved(): SavedList {
  const { call } = useWorkspace().parts;
  const stars = useWorkspaceState((state) => state.stars);
  const ops = useWorkspaceState((state) => state.ops);
  const [items, setItems] = useState<readonly Item[]>();
  const [refusal, setRefusal] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    void call<{ items: Item[] }>('stars.list', { limit: 1000 }).then((outcome) => {
      if (!current) return;
      if (outcome.kind === 'ok') setItems(outcome.answer.items);
      setRefusal(refusalOf(outcome));
    });
    return () => {
      current = false;
    };
  }, [call, stars, tries]);
  const saved = items?.flatMap(({ channel, message }): Saved[] =>
    message !== undefined && isStarred({ stars, ops }, channel, message.ts)
      ? [{ channel, message }]
      : [],
  );
  return { saved, refusal, again: useCallback(() => setTries((before) => before + 1), []) };
}
