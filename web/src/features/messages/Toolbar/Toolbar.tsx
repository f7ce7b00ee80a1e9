import { MessageSquareText, Pencil, Trash2 } from 'lucide-react';
import { useSay } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { IconButton } from '../../../ui/Button/Button';
import type { RowActions } from '../MessageRow/MessageRow';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  message: Message;
  own: boolean;
  inThread: boolean;
  actions: RowActions;
}

const icon = { size: 16, strokeWidth: 1.75 };

/** What can be done with a message, at its top end while the pointer or the focus is on it. */
export function Toolbar({ message, own, inThread, actions }: ToolbarProps) {
  const say = useSay();
  const { ts, thread_ts: root = ts } = message;
  return (
    <div role="toolbar" aria-label={say('message.actions')} className={styles.toolbar}>
      {!inThread && (
        <IconButton label={say('thread.open')} tabIndex={-1} onClick={() => actions.thread(root)}>
          <MessageSquareText {...icon} />
        </IconButton>
      )}
      {own && (
        <>
          <IconButton label={say('message.edit')} tabIndex={-1} onClick={() => actions.edit(ts)}>
            <Pencil {...icon} />
          </IconButton>
          <IconButton label={say('message.delete')} tabIndex={-1} onClick={() => actions.erase(ts)}>
            <Trash2 {...icon} />
          </IconButton>
        </>
      )}
    </div>
  );
}
