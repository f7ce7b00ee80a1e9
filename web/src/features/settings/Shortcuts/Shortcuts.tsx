import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { Toggle } from '../Toggle/Toggle';

/** Which keys do something. */
export function Shortcuts() {
  const say = useSay();
  return (
    <Toggle
      label={say('settings.singleKeys')}
      note={say('settings.singleKeys.note')}
      checked={usePreference('singleKeys')}
      onChange={(checked) => prefer('singleKeys', checked)}
    />
  );
}
