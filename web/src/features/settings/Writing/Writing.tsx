import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { enters } from '../../../models/preferences';
import { Toggle } from '../Toggle/Toggle';
import { Choices } from '../Choices/Choices';

/** How messages are written. */
export function Writing() {
  const say = useSay();
  return (
    <>
      <Choices
        stacked
        label={say('settings.enter')}
        values={enters}
        value={usePreference('enter')}
        textOf={(each) => say(`settings.enter.${each}`)}
        onChange={(each) => prefer('enter', each)}
      />
      <Toggle
        label={say('settings.plainMarkup')}
        note={say('settings.plainMarkup.note')}
        checked={usePreference('plainMarkup')}
        onChange={(checked) => prefer('plainMarkup', checked)}
      />
    </>
  );
}
