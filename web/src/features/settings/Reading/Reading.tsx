import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { readings } from '../../../models/preferences';
import { Choices } from '../Choices/Choices';

/** Where conversations open, and what counts as read. */
export function Reading() {
  const say = useSay();
  return (
    <Choices
      stacked
      label={say('settings.reading')}
      values={readings}
      value={usePreference('reading')}
      textOf={(each) => say(`settings.reading.${each}`)}
      onChange={(each) => prefer('reading', each)}
    />
  );
}
