import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import { flushSync } from 'react-dom';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Row } from '../../../models/rows';
import type { Message, Ts } from '../../../protocol/generated';
import { placeOf } from '../../../store/places';
import type { Segment } from '../../../store/segments';
import { useNames } from '../../names';
import { NewBar } from '../later';
import { Item } from './Item';
import type { RowContext } from './RowView';
import { copyRows } from './copyRows';
import { TopDay } from './TopDay';
import { dayView, firstView, quarterOf } from './firstView';
import { useArrival } from './useArrival';
import { useBound } from './useBound';
import { useFocus } from './useFocus';
import { useKeeper } from './useKeeper';
import { usePaging } from './usePaging';
import { useRowActions } from './useRowActions';
import { useRowKeys } from './useRowKeys';
import { useRowMenu } from './useRowMenu';
import { useReading } from './useReading';
import { useSelected } from './useSelected';
import { eyeOf, type KeptView, type View } from './view';
import styles from './MessageList.module.css';

export interface ListHandle {
  goLive: () => void;
  editLast: () => void;
  focusLast: () => void;
}

interface ListBodyProps {
  ref: Ref<ListHandle>;
  channel: string;
  /** The message that the thread hangs on, if this is one. */
  thread?: Ts | undefined;
  /** Not all is known yet that will be shown at once. */
  early?: boolean;
  /** What is to be read below, and what to do about a message that was read. */
  unread: number;
  onSeen: (message: Message, number: number) => void;
  label: string;
  /** All that is new was read, says the person. */
  onRead?: (() => void) | undefined;
  onUnread?: ((message: Message) => void) | undefined;
  rows: readonly Row[];
  segment: Segment;
  jump: Ts | undefined;
  /** The beginning of the day that was asked for. */
  day?: Ts | undefined;
  /** Goes to a day by its beginning; nothing in threads. */
  onDay?: ((day: Ts) => void) | undefined;
  shown: Ts | undefined;
  kept: KeptView | undefined;
  onKeep: (view: KeptView) => void;
  /** What is read, when messages far from it are let go. */
  onFollow: (eye: Ts | undefined) => void;
  onNewest: () => void;
}

export function ListBody(props: ListBodyProps) {
  const { ref, channel, thread, early = false, unread, label } = props;
  const { rows, segment, jump, shown, kept, onKeep, onNewest } = props;
  const say = useSay();
  const formats = useFormats();
  const names = useNames();
  const workspace = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const id = useId();
  const [first] = useState<View>(
    () => dayView(rows, props.day) ?? firstView(rows, jump, kept, segment.live),
  );
  const frame = useRef<HTMLDivElement>(null);
  const { editing, actions, opened, overlay } = useRowActions({
    channel,
    thread,
    near: frame,
    self,
    names,
    onUnread: props.onUnread,
  });
  const menuProps = useRowMenu(actions);
  useRowKeys({ frame, rows, self, inThread: thread !== undefined, actions });
  const [focused, setFocused] = useState<string>();
  const editingKey = rows.find((row) => 'message' in row && row.message.ts === editing?.ts)?.key;
  const selected = useSelected(frame, rows);
  const pinned = [focused, editingKey, ...selected].flatMap((key) => key ?? []);
  const move = useRef<() => void>(() => undefined);
  // What is said of where one is comes in the frame in which one is there.
  const onMove = useCallback(() => flushSync(() => move.current()), []);
  const pane = thread === undefined ? 'conversation' : 'side';
  const keeper = useKeeper({ rows, atLiveEnd: segment.live, first, kept, pinned, pane, onMove });
  const { scroller, virtualizer, view } = keeper;
  const { pill, news, far, failed, look, retry } = usePaging({
    place: placeOf(channel, thread),
    enabled: !early,
    unread,
    rows,
    segment,
    keeper,
  });
  move.current = look;
  useBound(placeOf(channel, thread), rows, view, props.onFollow);
  useReading(rows, keeper, props.onSeen);
  const focus = useFocus({ rows, keeper, focused, setFocused });
  useArrival(early ? undefined : jump, rows, keeper);

  const keep = useRef<() => void>(() => undefined);
  keep.current = () => {
    const run = segment.live ? shown : (eyeOf(rows, view.current) ?? shown);
    onKeep({ view: view.current, shown: run, measured: virtualizer.takeSnapshot() });
  };
  useEffect(() => () => keep.current(), []);

  useImperativeHandle(ref, () => ({
    goLive: keeper.goLive,
    editLast: () => {
      // While the last one is on its way it cannot be edited, and no older one is meant.
      const last = rows.findLast(
        (row) => row.kind === 'pending' || ('message' in row && row.message.user === self),
      );
      if (last !== undefined && 'message' in last) actions.edit?.(last.message.ts);
    },
    focusLast: () => focus.last(),
  }));

  const context = useMemo<RowContext>(
    () => ({
      channel,
      thread,
      self,
      names,
      formats,
      actions,
      editing,
      failed,
      onRetry: retry,
      now: workspace.parts.now(),
    }),
    [channel, thread, self, names, formats, actions, editing, failed, retry, workspace],
  );

  const newest = () => {
    if (segment.live) {
      keeper.goLive();
      // The button goes away: what had the focus before may be far above.
      focus.last();
    } else onNewest();
  };

  return (
    <div
      ref={frame}
      className={styles.frame}
      data-region={thread === undefined ? 'list' : undefined}
    >
      {(pill !== undefined || news !== undefined) && (
        <div className={styles.top}>
          {pill !== undefined && (
            <TopDay text={formats.day(pill, context.now)} onNewest={newest} onDay={props.onDay} />
          )}
          {news !== undefined && props.onRead !== undefined && (
            <Suspense>
              <NewBar
                news={news}
                onShow={() => keeper.show('new', quarterOf())}
                onRead={props.onRead}
              />
            </Suspense>
          )}
        </div>
      )}
      <div
        ref={scroller}
        role="feed"
        aria-label={label}
        aria-busy={rows[0]?.kind === 'older' && far.loading}
        className={styles.scroller}
        onScroll={keeper.onScroll}
        onKeyDown={focus.onKeyDown}
        onCopy={(event) => copyRows(event, rows, context)}
      >
        <div
          ref={virtualizer.containerRef}
          role="presentation"
          className={styles.rows}
          data-thread={thread !== undefined}
        >
          {virtualizer.getVirtualItems().map(({ key, index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <Item
                key={key}
                ref={keeper.measure}
                row={row}
                rowId={`${id}-${row.key}`}
                index={index}
                tabStop={focus.tabStop === row.key}
                open={'message' in row && row.message.ts === opened}
                context={context}
                onFocused={setFocused}
                menuProps={menuProps}
              />
            );
          })}
        </div>
      </div>
      {far.away && (
        <div className={styles.bottom}>
          <button type="button" className={styles.newest} onClick={newest}>
            {far.unread > 0 ? say('list.newest.count', { count: far.unread }) : say('list.newest')}
          </button>
        </div>
      )}
      {overlay}
    </div>
  );
}
