import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { ThreadMarker, Ts } from '../../../protocol/generated';
import { shownThread, unreadReplies } from '../../../store/followed';
import { placeOf } from '../../../store/places';
import { reaches } from '../../../store/segments';
import { ListBody, type ListHandle } from '../../messages/MessageList/ListBody';
import { NotLoaded } from '../../messages/MessageList/NotLoaded';
import { useEditLast } from '../../messages/MessageList/useEditLast';
import { useForgive } from '../../messages/MessageList/useForgive';
import { useRows } from '../../messages/MessageList/useRows';
import { useShown } from '../../messages/MessageList/useShown';
import type { ViewBook } from '../../messages/MessageList/view';

interface ThreadListProps {
  ref: Ref<ListHandle>;
  channel: string;
  thread: Ts;
  /** The reply to jump to. */
  reply: Ts | undefined;
  label: string;
  views: ViewBook;
}

/** The message that a thread hangs on and its replies: the list of a conversation, of a thread. */
export function ThreadList({ ref, channel, thread, reply, label, views }: ThreadListProps) {
  const workspace = useWorkspace();
  const place = placeOf(channel, thread);
  const list = useRef<ListHandle>(null);
  const [kept] = useState(() => (reply === undefined ? views.get(place) : undefined));
  const { shown, within, visit, go, follow } = useShown(() => reply ?? kept?.shown);
  const [mark, setMark] = useState<{ newAfter: Ts | undefined }>();
  const history = useWorkspaceState((state) => state.histories[place]);
  const load = useWorkspaceState((state) => state.loads[place]?.window);
  const held = useWorkspaceState((state) => state.threads[place]?.marker);
  const ops = useWorkspaceState((state) => state.ops);
  const { rows, segment, early } = useRows({
    channel,
    thread,
    shown: within,
    newAfter: mark?.newAfter,
  });
  // Until the reply that was asked for is there, nothing near it is taken for it.
  const met = useRef(reply === undefined);
  if (!early && segment !== undefined && reply !== undefined && reaches(segment, reply)) {
    met.current = true;
  }
  const waits = early || !met.current;
  const lost = waits || history?.stale === true;
  const marker = held === undefined ? undefined : shownThread(held, ops);

  if (mark === undefined && !early) setMark({ newAfter: newAfterOf(marker) });

  useEffect(() => {
    if (!lost || load !== undefined) return;
    if (within === undefined) workspace.pages.newest(place);
    else workspace.pages.around(place, within);
  }, [load, lost, place, within, workspace]);

  useForgive(place, load, lost);

  const goNewest = () => go(undefined, segment?.live !== true);

  const editLast = useEditLast(list, segment, goNewest);

  useImperativeHandle(ref, () => ({
    goLive: () => {
      goNewest();
      setMark({ newAfter: undefined });
      list.current?.goLive();
    },
    editLast,
    focusLast: () => list.current?.focusLast(),
  }));

  if (segment === undefined) {
    const retry = () => workspace.pages.forgive(place);
    return <NotLoaded load={load} onRetry={retry} rows={rows} label={label} />;
  }
  return (
    <ListBody
      ref={list}
      key={waits ? 'early' : visit}
      channel={channel}
      thread={thread}
      early={waits}
      label={label}
      rows={rows}
      segment={segment}
      jump={waits || shown !== reply ? undefined : reply}
      shown={shown}
      kept={visit === 0 && kept?.shown === shown ? kept : undefined}
      unread={marker === undefined ? 0 : unreadReplies(marker)}
      onSeen={({ ts }) => {
        const number = marker === undefined ? 0 : marker.reply_number;
        const all = segment.live && segment.messages.at(-1)?.ts === ts;
        workspace.reader.seenReply(channel, thread, ts, all ? number : 0);
      }}
      onKeep={(view) => {
        if (!waits) views.keep(place, view);
      }}
      onFollow={follow}
      onNewest={goNewest}
    />
  );
}

function newAfterOf(marker: ThreadMarker | undefined): Ts | undefined {
  return marker !== undefined && unreadReplies(marker) > 0 ? marker.read_ts : undefined;
}
