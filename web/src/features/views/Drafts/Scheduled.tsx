import { Clock, Pencil, SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import '../../../i18n/enRefusals';
import '../../../i18n/enSchedule';
import { refusalText, useSay } from '../../../i18n/Texts';
import { plainText } from '../../../richtext/plain';
import { treeOf } from '../../../richtext/cache';
import { IconButton } from '../../../ui/Button/Button';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { Problem } from '../../../ui/Problem/Problem';
import { useToast } from '../../../ui/Toast/Toast';
import { TimeDialog } from '../../composer/TimeDialog/TimeDialog';
import { useWhen } from '../../composer/useWhen';
import { useNames } from '../../names';
import styles from './Scheduled.module.css';
import { ScheduledEdit } from './ScheduledEdit';
import type { ScheduledList, ScheduledMessage } from './useScheduled';

interface ScheduledProps {
  scheduled: ScheduledList;
  link: (channel: string, thread?: string) => ReactNode;
}

const icon = { size: 16, strokeWidth: 1.75 };

/** Messages that go out later: changed, put to another time, sent at once, taken back. */
export function Scheduled({ scheduled, link }: ScheduledProps) {
  const say = useSay();
  const toast = useToast();
  const names = useNames();
  const when = useWhen();
  const [open, setOpen] = useState<{ kind: 'edit' | 'move'; message: ScheduledMessage }>();
  const section = useRef<HTMLElement>(null);
  /** The row that something is done with. */
  const at = useRef<number>(undefined);
  const { list = [], refusal } = scheduled;

  // What had the focus may be gone, with its row or with what was open: the next row has it then.
  useEffect(() => {
    if (at.current === undefined || document.activeElement !== document.body) return;
    const rows = [...(section.current?.querySelectorAll('li') ?? [])];
    const row = rows[Math.min(at.current, rows.length - 1)];
    const next = row?.querySelector('button') ?? document.querySelector('[data-region=content] a');
    if (next instanceof HTMLElement) next.focus();
  }, [list, open]);

  if (list.length === 0 && refusal === undefined) return null;

  const remove = async (message: ScheduledMessage) => {
    if (!(await scheduled.remove(message))) return;
    toast({
      text: say('schedule.deleted'),
      action: { label: say('schedule.undo'), run: () => void scheduled.add(message) },
    });
  };

  return (
    <ListSection level={2} ref={section} title={say('views.scheduled')}>
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
      <ul>
        {list.map((message, row) =>
          open?.kind === 'edit' && open.message.id === message.id ? (
            <li key={message.id} className={styles.edit}>
              <ScheduledEdit
                message={message}
                onSave={(wire) => {
                  setOpen(undefined);
                  void scheduled.change(message, { blocks: undefined, ...wire });
                }}
                onClose={() => setOpen(undefined)}
              />
            </li>
          ) : (
            <ListRow
              key={message.id}
              title={link(message.channel_id, message.thread_ts)}
              notes={[
                plainText(treeOf(message), names),
                say('schedule.goes', { when: when(message.post_at * 1000) }),
              ]}
            >
              <span className={styles.does} onFocus={() => (at.current = row)}>
                <IconButton
                  label={say('schedule.edit')}
                  onClick={() => setOpen({ kind: 'edit', message })}
                >
                  <Pencil {...icon} />
                </IconButton>
                <IconButton
                  label={say('schedule.move')}
                  onClick={() => setOpen({ kind: 'move', message })}
                >
                  <Clock {...icon} />
                </IconButton>
                <IconButton
                  label={say('schedule.now')}
                  onClick={() => void scheduled.sendNow(message)}
                >
                  <SendHorizontal {...icon} className={styles.directed} />
                </IconButton>
                <IconButton label={say('schedule.delete')} onClick={() => void remove(message)}>
                  <Trash2 {...icon} />
                </IconButton>
              </span>
            </ListRow>
          ),
        )}
      </ul>
      {open?.kind === 'move' && (
        <TimeDialog
          title={say('schedule.move')}
          save={say('schedule.move.save')}
          from={open.message.post_at * 1000}
          onClose={() => setOpen(undefined)}
          onSave={(ms) => {
            setOpen(undefined);
            void scheduled.change(open.message, { post_at: Math.floor(ms / 1000) });
          }}
        />
      )}
    </ListSection>
  );
}
