import { ErrorBoundary } from '../../../app/ErrorBoundary';
import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Row } from '../../../models/rows';
import type { Names } from '../../../richtext/plain';
import { treeOf } from '../../../richtext/cache';
import { mentionsPerson } from '../../../richtext/mentions';
import type { RefusedEdit } from '../EditBox/EditBox';
import { DayLine, Edge, NewLine, RepliesLine } from '../Lines/Lines';
import { MessageRow, type RowActions } from '../MessageRow/MessageRow';
import { PendingRow } from '../PendingRow/PendingRow';
import { SystemRow } from '../SystemRow/SystemRow';
import { TombstoneRow } from '../TombstoneRow/TombstoneRow';
import { StartRow } from './StartRow';
import styles from './MessageList.module.css';

export interface RowContext {
  channel: string;
  /** The message that the thread hangs on, if this is one. */
  thread: string | undefined;
  self: string;
  names: Names;
  formats: Formats;
  actions: RowActions;
  editing: { ts: string; refused: RefusedEdit | undefined } | undefined;
  failed: { older: boolean; newer: boolean };
  onRetry: (side: 'older' | 'newer') => void;
  now: number;
}

interface RowViewProps {
  row: Row;
  rowId: string;
  context: RowContext;
  /** The pointer or the focus is on it. */
  near: boolean;
}

/** One row; if it breaks, the others stay, and it is tried again when it changes. */
export function RowView(props: RowViewProps) {
  return (
    <ErrorBoundary of={props.row} fallback={<Broken rowId={props.rowId} />}>
      <Whole {...props} />
    </ErrorBoundary>
  );
}

function Broken({ rowId }: { rowId: string }) {
  const say = useSay();
  return (
    <p id={`${rowId}-body`} className={styles.center}>
      {say('message.broken')}
    </p>
  );
}

function Whole({ row, rowId, context, near }: RowViewProps) {
  const { channel, thread, self, names, formats } = context;
  const { actions, editing, failed, onRetry, now } = context;
  switch (row.kind) {
    case 'start':
      return <StartRow channel={channel} rowId={rowId} near={near} />;
    case 'older':
    case 'newer':
      return <Edge failed={failed[row.kind]} onRetry={() => onRetry(row.kind)} />;
    case 'day':
      return <DayLine text={formats.day(row.ms, now)} />;
    case 'new':
      return <NewLine />;
    case 'replies':
      return <RepliesLine count={row.count} />;
    case 'system':
      return <SystemRow messages={row.messages} names={names} formats={formats} rowId={rowId} />;
    case 'tombstone':
      return (
        <TombstoneRow
          message={row.message}
          channel={channel}
          inThread={thread !== undefined}
          names={names}
          formats={formats}
          rowId={rowId}
          onOpen={() => actions.thread(row.message.ts)}
        />
      );
    case 'pending':
      return (
        <PendingRow
          send={row.send}
          head={row.head}
          self={self}
          names={names}
          formats={formats}
          rowId={rowId}
        />
      );
    case 'head':
    case 'cont': {
      const { message } = row;
      const edited = editing?.ts === message.ts ? editing : undefined;
      return (
        <MessageRow
          message={message}
          channel={channel}
          inThread={thread !== undefined}
          head={row.kind === 'head'}
          self={self}
          names={names}
          formats={formats}
          editing={edited !== undefined}
          refused={edited?.refused}
          mentionsMe={message.user !== self && mentionsPerson(treeOf(message), self, names)}
          actions={actions}
          rowId={rowId}
          near={near}
        />
      );
    }
  }
}
