import { useId, useLayoutEffect, useRef } from 'react';
import { useConnected, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Row } from '../../../models/rows';
import type { Load } from '../../../store/state';
import { TextButton } from '../../../ui/Button/Button';
import { MessageSkeleton } from '../../../ui/Skeleton/Skeleton';
import { useDelayed } from '../../../ui/useDelayed';
import { useNames } from '../../names';
import { PendingRow } from '../PendingRow/PendingRow';
import styles from './MessageList.module.css';

const skeletonMs = 150;

interface NotLoadedProps {
  load: Load | undefined;
  onRetry: () => void;
  /** What waits to be sent. */
  rows: readonly Row[];
  label: string;
}

/**
 * In place of messages that are not there yet: bars after a moment, or why they cannot be had. What
 * one sends meanwhile is below.
 */
export function NotLoaded({ load, onRetry, rows, label }: NotLoadedProps) {
  const say = useSay();
  const connected = useConnected();
  const patient = useDelayed(true, skeletonMs);
  return (
    <div className={styles.frame}>
      <div className={styles.unknown}>
        {load === 'failed' ? (
          <p className={styles.center} role="status">
            {connected ? say('list.failed') : say('list.offline')}
            <TextButton onClick={onRetry}>{say('list.retry')}</TextButton>
          </p>
        ) : (
          patient && <MessageSkeleton />
        )}
      </div>
      {rows.length > 0 && <Waiting rows={rows} label={label} />}
    </div>
  );
}

function Waiting({ rows, label }: Pick<NotLoadedProps, 'rows' | 'label'>) {
  const id = useId();
  const formats = useFormats();
  const names = useNames();
  const self = useWorkspaceState((state) => state.self);
  const box = useRef<HTMLDivElement>(null);
  // The newest is seen.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [rows.length]);
  return (
    <div ref={box} role="feed" aria-label={label} className={styles.waiting}>
      {rows.map((row) => {
        if (row.kind !== 'pending') return null;
        const rowId = `${id}-${row.key}`;
        return (
          <article key={row.key} aria-labelledby={`${rowId}-author ${rowId}-body`}>
            <PendingRow
              send={row.send}
              head={row.head}
              self={self}
              names={names}
              formats={formats}
              rowId={rowId}
            />
          </article>
        );
      })}
    </div>
  );
}
