import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useStatus, useWorkspace, useWorkspaceState } from '../../../app/context';
import { useSay } from '../../../i18n/Texts';
import type { Conversation, Message, Ts } from '../../../protocol/generated';
import { liveSegment, type Segment } from '../../../store/segments';
import { compareTs, justBefore } from '../../../store/ts';
import { shownUnread, unreadOf } from '../../../store/unread';
import { TextButton } from '../../../ui/Button/Button';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { ListBody, type ListHandle } from './ListBody';
import { useRows } from './useRows';
import { useDelayed } from './useDelayed';
import type { ViewBook } from './view';
import styles from './MessageList.module.css';

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

const skeletonMs = 150;
const pageSize = 45;

export function MessageList({ ref, conversation, name, jump, views }: MessageListProps) {
  const channel = conversation.id;
  const say = useSay();
  const workspace = useWorkspace();
  const list = useRef<ListHandle>(null);
  const [kept] = useState(() => (jump === undefined ? views.get(channel) : undefined));
  const [newAfter, setNewAfter] = useState<Ts | undefined>(() => newAfterOf(conversation));
  const [shown, setShown] = useState<Ts | undefined>(() => jump ?? kept?.shown);
  const [asked, setAsked] = useState(false);
  const ops = useWorkspaceState((state) => state.ops);
  const history = useWorkspaceState((state) => state.histories[channel]);
  const load = useWorkspaceState((state) => state.loads[channel]?.window);
  const live = useStatus((status) => status.link.phase === 'live');
  const { rows, segment: run } = useRows({ channel, shown, newAfter });
  // What was asked for is shown when it is there, not something near it.
  const met = useRef(jump === undefined);
  if (run !== undefined && jump !== undefined && reaches(run, jump)) met.current = true;
  const segment = met.current ? run : undefined;
  const lost = segment === undefined || history?.stale === true;

  useEffect(() => {
    if (!asked) {
      setAsked(true);
      const known = history === undefined ? undefined : liveSegment(history.segments);
      const first = known?.messages[0]?.ts;
      const covered = known !== undefined && (!known.hasOlder || covers(first, conversation));
      if (shown === undefined && !covered && unreadOf(conversation) > pageSize) {
        setShown(conversation.read_ts);
        return;
      }
    }
    if (!lost || load !== undefined) return;
    if (shown === undefined) workspace.pages.newest(channel);
    else workspace.pages.around(channel, shown);
  }, [asked, channel, conversation, history, load, lost, shown, workspace]);

  useEffect(() => {
    if (live && load === 'failed') {
      workspace.pages.forgive(channel);
    }
  }, [live, load, channel, workspace]);

  const last = segment?.live === true ? segment.messages.at(-1) : undefined;
  const before = useRef(last);
  useEffect(() => {
    const old = before.current;
    before.current = last;
    if (old === undefined || last === undefined || compareTs(last.ts, old.ts) <= 0) return;
    if (!document.hasFocus()) setNewAfter((mark) => mark ?? old.ts);
  }, [last]);

  useImperativeHandle(ref, () => ({
    goLive: () => {
      setShown(undefined);
      setNewAfter(undefined);
      list.current?.goLive();
    },
    editLast: () => list.current?.editLast(),
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

  const patient = useDelayed(segment === undefined, skeletonMs);
  if (segment === undefined) {
    return (
      <div className={styles.frame}>
        {load === 'failed' ? (
          <p className={styles.center} role="status">
            {live ? say('list.failed') : say('list.offline')}
            <TextButton onClick={() => workspace.pages.newest(channel)}>
              {say('list.retry')}
            </TextButton>
          </p>
        ) : (
          patient && <MessageSkeleton />
        )}
      </div>
    );
  }
  return (
    <ListBody
      ref={list}
      key={shown ?? 'live'}
      channel={channel}
      label={say('list.label', { name })}
      unread={shownUnread(conversation, ops).messages}
      onSeen={({ ts }, number) => workspace.reader.seen(channel, ts, number)}
      onUnread={onUnread}
      onRead={() => {
        workspace.reader.seen(channel, conversation.last_ts ?? '', conversation.message_number);
        setNewAfter(undefined);
      }}
      rows={rows}
      segment={segment}
      jump={jump}
      shown={shown}
      kept={kept?.shown === shown ? kept : undefined}
      onKeep={(view) => views.keep(channel, view)}
      onNewest={() => setShown(undefined)}
    />
  );
}

function newAfterOf(conversation: Conversation): Ts | undefined {
  return unreadOf(conversation) > 0 ? conversation.read_ts : undefined;
}

/** Whether a run holds all that there is around an instant. */
function reaches({ messages: [first], hasOlder }: Segment, ts: Ts): boolean {
  return !hasOlder || (first !== undefined && compareTs(first.ts, ts) <= 0);
}

function covers(first: Ts | undefined, { read_ts }: Conversation): boolean {
  return first !== undefined && compareTs(first, read_ts) <= 0;
}
