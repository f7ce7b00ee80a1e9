import { useCallback, useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../app/context';
import type { Bookmark, ChannelId } from '../../protocol/generated';
import type { WorkspaceState } from '../../store/state';

/** What was read before: a conversation that is opened again shows it at once. */
const known = new Map<ChannelId, readonly Bookmark[]>();
/** Who walks through conversations by keys asks for none. */
const quietMs = 250;

/** The links that are put up in a conversation; anew when that changes. */
export function useBookmarks(channel: ChannelId) {
  const { call } = useWorkspace().parts;
  const changed = useWorkspaceState((state) => lastChange(state, channel));
  const [, setRead] = useState(0);
  const read = useCallback(async () => {
    const args = { channel_id: channel };
    const outcome = await call<{ bookmarks: Bookmark[] }>('bookmarks.list', args);
    if (outcome.kind !== 'ok') return;
    known.set(channel, outcome.answer.bookmarks);
    setRead((before) => before + 1);
  }, [call, channel]);
  useEffect(() => {
    const timer = setTimeout(() => void read(), quietMs);
    return () => clearTimeout(timer);
  }, [read, changed]);
  return { bookmarks: known.get(channel) ?? [], read };
}

function lastChange({ histories }: WorkspaceState, channel: ChannelId): number | undefined {
  const about = ({ type }: { type: string }) => type.startsWith('bookmark_');
  return histories[channel]?.recent.findLast(({ event }) => about(event))?.offset;
}
