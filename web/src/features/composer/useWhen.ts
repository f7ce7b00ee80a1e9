import { useWorkspace } from '../../app/context';
import { dayKey, useFormats } from '../../i18n/formats';
import '../../i18n/enSchedule';
import { useSay } from '../../i18n/Texts';

/** When a message goes out, as part of a sentence. */
export function useWhen(): (ms: number) => string {
  const say = useSay();
  const { day, time } = useFormats();
  const { now } = useWorkspace().parts;
  return (ms) => {
    const at = { day: day(ms, now()), time: time(ms) };
    if (dayKey(ms) === dayKey(now())) return say('schedule.at.today', at);
    const tomorrow = new Date(now());
    tomorrow.setDate(tomorrow.getDate() + 1);
    return say(
      dayKey(ms) === dayKey(tomorrow.getTime()) ? 'schedule.at.tomorrow' : 'schedule.at',
      at,
    );
  };
}
