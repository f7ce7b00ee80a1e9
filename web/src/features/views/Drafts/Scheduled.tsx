import { useState, type ReactNode } from 'react';
import { useFormats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { Problem } from '../../../ui/Problem/Problem';
import type { ScheduledList, ScheduledMessage } from './useScheduled';

interface ScheduledProps {
  scheduled: ScheduledList;
  link: (channel: string) => ReactNode;
}

/** Messages that go out later: taken back, or put to another time. */
export function Scheduled({ scheduled, link }: ScheduledProps) {
  const say = useSay();
  const formats = useFormats();
  const [moving, setMoving] = useState<ScheduledMessage>();
  const { list = [], refusal, remove, move } = scheduled;
  if (list.length === 0 && refusal === undefined) return null;
  return (
    <ListSection title={say('views.scheduled')}>
      <Problem text={refusal === undefined ? undefined : refusalText(say, refusal)} />
      <ul>
        {list.map((message) => (
          <ListRow
            key={message.id}
            title={link(message.channel_id)}
            notes={[
              message.text ?? '',
              say('views.scheduled.at', { time: formats.full(message.post_at * 1000) }),
            ]}
          >
            <Button onClick={() => setMoving(message)}>{say('views.scheduled.move')}</Button>
            <Button onClick={() => void remove(message)}>{say('views.scheduled.delete')}</Button>
          </ListRow>
        ))}
      </ul>
      {moving !== undefined && (
        <MoveDialog
          message={moving}
          onClose={() => setMoving(undefined)}
          onMove={(postAt) => {
            setMoving(undefined);
            void move(moving, postAt);
          }}
        />
      )}
    </ListSection>
  );
}

interface MoveDialogProps {
  message: ScheduledMessage;
  onMove: (postAt: number) => void;
  onClose: () => void;
}

function MoveDialog({ message, onMove, onClose }: MoveDialogProps) {
  const say = useSay();
  const [when, setWhen] = useState(localOf(message.post_at * 1000));
  const ms = new Date(when).getTime();
  const past = !(ms > Date.now());
  return (
    <Dialog
      title={say('views.scheduled.move')}
      onClose={onClose}
      footer={
        <Button tone="primary" disabled={past} onClick={() => onMove(Math.round(ms / 1000))}>
          {say('views.scheduled.save')}
        </Button>
      }
    >
      <Field
        type="datetime-local"
        label={say('views.scheduled.when')}
        value={when}
        error={past ? say('views.scheduled.past') : undefined}
        onChange={(event) => setWhen(event.target.value)}
      />
    </Dialog>
  );
}

/** An instant as a field for local date and time writes it. */
function localOf(ms: number): string {
  const date = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
}
