import { Trash2 } from 'lucide-react';
import type { Formats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import type { Names } from '../../../richtext/plain';
import rows from '../MessageRow/MessageRow.module.css';
import { ThreadLine } from '../ThreadLine/ThreadLine';
import styles from './TombstoneRow.module.css';

interface TombstoneRowProps {
  message: Message;
  channel: string;
  /** In its own thread nothing leads there. */
  inThread: boolean;
  names: Names;
  formats: Formats;
  rowId: string;
  onOpen: () => void;
}

/** What is left of a deleted message on which replies hang. */
export function TombstoneRow(props: TombstoneRowProps) {
  const { message, channel, inThread, names, formats, rowId, onOpen } = props;
  const say = useSay();
  return (
    <div className={rows.row} data-head={true}>
      <div className={rows.gutter}>
        <span className={styles.mark} aria-hidden="true">
          <Trash2 size={16} strokeWidth={1.75} />
        </span>
      </div>
      <div className={rows.content}>
        <p id={`${rowId}-body`} className={styles.words}>
          {say('message.deleted')}
        </p>
        {!inThread && <ThreadLine {...{ message, channel, names, formats, onOpen }} />}
      </div>
    </div>
  );
}
