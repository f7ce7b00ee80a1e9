import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import type { Preferences } from '../../../models/preferences';
import type { Conversation, Message, Ts } from '../../../protocol/generated';
import { liveSegment, reaches } from '../../../store/segments';
import { compareTs, justBefore } from '../../../store/ts';
import { shownUnread, unreadOf } from '../../../store/unread';
import { ListBody, type ListHandle } from './ListBody';
import { NotLoaded } from './NotLoaded';
import { useEditLast } from './useEditLast';
import { useForgive } from './useForgive';
import { useRows } from './useRows';
import { useShown } from './useShown';
import { live, type KeptView, type ViewBook } from './view';

export interface MessagesHandle extends ListHandle {
  /** A person looked up from what they were doing: the "new" line has served. */
  clearNew: () => void;
}

interface MessageListProps {
  ref: Ref<MessagesHandle>;
  conversation: Conversation;
  name: string;
  jump: Ts | undefined;
  views: ViewBook;
}

const pageSize = 45;
const atNewest: KeptView = { view: live, shown: undefined, measured: [] };

export function MessageList({ ref, conversation, name, jump, views }: MessageListProps) {
  const channel = conversation.id;
  const label = useSay()('list.label', { name });
  const workspace = useWorkspace();
  const list = useRef<ListHandle>(null);
  const reading = usePreference('reading');
  const [kept] = useState(() =>
    jump === undefined ? openingOf(views, channel, reading) : undefined,
  );
  const [newAfter, setNewAfter] = useState<Ts | undefined>(() => newAfterOf(conversation));
  const { shown, within, visit, go, follow } = useShown(() => jump ?? kept?.shown);
  const [day, setDay] = useState<Ts>();
  const [asked, setAsked] = useState(false);
  const ops = useWorkspaceState((state) => state.ops);
  const history = useWorkspaceState((state) => state.histories[channel]);
  const load = useWorkspaceState((state) => state.loads[channel]?.window);
  const { rows, segment: run } = useRows({ channel, shown: within, newAfter });
  // What was asked for is shown when it is there, not something near it.
  const target = day ?? jump;
  const met = useRef<Ts>(undefined);
  if (run !== undefined && target !== undefined && reaches(run, target)) met.current = target;
  const segment = met.current === target ? run : undefined;
  const lost = segment === undefined || history?.stale === true;

  useEffect(() => {
    if (!asked) {
      setAsked(true);
      const known = history === undefined ? undefined : liveSegment(history.segments);
      const first = known?.messages[0]?.ts;
      const covered = known !== undefined && (!known.hasOlder || covers(first, conversation));
      const resumes = reading === 'resume' && unreadOf(conversation) > pageSize;
      if (shown === undefined && !covered && resumes) {
        go(conversation.read_ts);
        return;
      }
    }
    if (!lost || load !== undefined) return;
    if (within === undefined) workspace.pages.newest(channel);
    else workspace.pages.around(channel, within);
  }, [asked, channel, conversation, go, history, load, lost, reading, shown, within, workspace]);

  useForgive(channel, load, lost);

  const last = segment?.live === true ? segment.messages.at(-1) : undefined;
  const before = useRef(last);
  useEffect(() => {
    const old = before.current;
    before.current = last;
    if (old === undefined || last === undefined || compareTs(last.ts, old.ts) <= 0) return;
    if (!document.hasFocus()) setNewAfter((mark) => mark ?? old.ts);
  }, [last]);

  const goNewest = () => {
    go(undefined, segment?.live !== true);
    setDay(undefined);
  };
  const goTo = useCallback(
    (ts: Ts) => {
      go(ts, true);
      setDay(ts);
    },
    [go],
  );

  const editLast = useEditLast(list, segment, goNewest);

  useImperativeHandle(ref, () => ({
    goLive: () => {
      goNewest();
      setNewAfter(undefined);
      list.current?.goLive();
    },
    editLast,
    focusLast: () => list.current?.focusLast(),
    clearNew: () => setNewAfter(undefined),
  }));

  const onUnread = useCallback(
    ({ ts }: Message) => {
      const before = justBefore(ts);
      setNewAfter(before);
      void workspace.reader.unread(channel, before);
    },
    [channel, workspace],
  );
  useEffect(() => () => workspace.reader.left(channel), [channel, workspace]);

  const readAll = () =>
    workspace.reader.seen(channel, conversation.last_ts ?? '', conversation.message_number);
  const opened = useRef(readAll);
  useEffect(() => {
    if (reading === 'newest' && jump === undefined) opened.current();
  }, [reading, jump]);

  const keptOf = () => {
    if (visit > 0 && shown === undefined) return atNewest;
    return kept?.shown === shown ? kept : undefined;
  };

  if (segment === undefined) {
    const retry = () => workspace.pages.newest(channel);
    return <NotLoaded load={load} onRetry={retry} rows={rows} label={label} />;
  }
  return (
    <ListBody
      ref={list}
      key={visit}
      channel={channel}
      label={label}
      unread={shownUnread(conversation, ops).messages}
      onSeen={({ ts }, number) => {
        if (reading !== 'unmarked') workspace.reader.seen(channel, ts, number);
      }}
      onUnread={onUnread}
      onRead={() => {
        readAll();
        setNewAfter(undefined);
      }}
      rows={rows}
      segment={segment}
      jump={shown === jump ? jump : undefined}
      day={day}
      onDay={goTo}
      shown={shown}
      kept={keptOf()}
      onKeep={(view) => views.keep(channel, view)}
      onFollow={follow}
      onNewest={goNewest}
    />
  );
}

/** Where it was left; else, if the person wants that, at the newest message. */
function openingOf(
  views: ViewBook,
  channel: string,
  reading: Preferences['reading'],
): KeptView | undefined {
  return views.get(channel) ?? (reading === 'resume' ? undefined : atNewest);
}

function newAfterOf(conversation: Conversation): Ts | undefined {
  return unreadOf(conversation) > 0 ? conversation.read_ts : undefined;
}

function covers(first: Ts | undefined, { read_ts }: Conversation): boolean {
  return first !== undefined && compareTs(first, read_ts) <= 0;
}
