import { useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { Rich } from '../../../richtext/Rich/Rich';
import { Button } from '../../../ui/Button/Button';
import { ListRow, ListSection } from '../../../ui/ListRow/ListRow';
import { useToast } from '../../../ui/Toast/Toast';
import { useNames } from '../../names';
import { useMinute } from '../../useMinute';
import type { Reminder, ReminderList } from '../useReminders';

/** Open ones by their time, then those that are completed. */
export function Reminders({ list }: { list: ReminderList }) {
  const say = useSay();
  const toast = useToast();
  const names = useNames();
  const { moment } = useFormats();
  const now = useMinute();
  const self = useWorkspaceState((state) => state.self);
  const { reminders = [], complete, remove, add } = list;
  const isDone = ({ complete_ts: at = 0 }: Reminder) => at > 0;
  const open = reminders
    .filter((each) => !isDone(each))
    .toSorted((one, two) => (one.time ?? 0) - (two.time ?? 0));
  const done = reminders.filter(isDone);

  const when = ({ time = 0, complete_ts: at = 0, recurrence }: Reminder) => {
    if (recurrence !== undefined) return say(`later.${recurrence.frequency}`);
    if (at > 0) return say('later.completed.at', { time: moment(at * 1000, now) });
    const text = moment(time * 1000, now);
    return time * 1000 > now ? say('later.at', { time: text }) : say('later.due', { time: text });
  };
  const tell = (text: string, reminder: Reminder) => {
    // What is due can't be put back: nobody is reminded of the past.
    const again = !reminder.recurring && !isDone(reminder) && (reminder.time ?? 0) * 1000 > now;
    const undo = async () => {
      if (await add(reminder)) await remove(reminder);
    };
    const action = { label: say('later.undo'), run: () => void undo() };
    toast(again ? { text, action } : { text });
  };
  const row = (reminder: Reminder) => (
    <ListRow
      key={reminder.id}
      title={<Rich text={reminder.text} names={names} self={self} />}
      notes={[when(reminder)]}
    >
      {!reminder.recurring && !isDone(reminder) && (
        <Button
          onClick={() =>
            void complete(reminder).then((ok) => {
              if (ok) tell(say('later.complete.done'), reminder);
            })
          }
        >
          {say('later.complete')}
        </Button>
      )}
      <Button
        onClick={() =>
          void remove(reminder).then((ok) => {
            if (ok) tell(say('later.delete.done'), reminder);
          })
        }
      >
        {say('later.delete')}
      </Button>
    </ListRow>
  );
  return (
    <>
      {open.length > 0 && (
        <ListSection level={2} title={say('later.reminders')}>
          <ul>{open.map(row)}</ul>
        </ListSection>
      )}
      {done.length > 0 && (
        <ListSection level={2} title={say('later.completed')}>
          <ul>{done.map(row)}</ul>
        </ListSection>
      )}
    </>
  );
}
