import { useSay } from '../../../i18n/Texts';
import { Presence } from '../../../ui/Presence/Presence';
import { useQuiet } from '../useQuiet';

/** Whether somebody is there, and whether they are to be disturbed. */
export function PersonPresence({ user, active }: { user: string; active: boolean }) {
  const say = useSay();
  const quiet = useQuiet(user);
  const status = say(active ? 'person.active' : 'person.away');
  return (
    <Presence
      active={active}
      quiet={quiet}
      label={quiet ? say('person.quiet', { status }) : status}
    />
  );
}
