import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { enters } from '../../../models/preferences';
import { Choices } from '../Choices/Choices';
import { Toggle } from '../Toggle/Toggle';

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
        label={say('settings.markup')}
        note={say('settings.markup.note')}
        checked={usePreference('plainMarkup')}
        onChange={(checked) => prefer('plainMarkup', checked)}
      />
      <Toggle
        label={say('settings.toolbar')}
        checked={usePreference('toolbar')}
        onChange={(checked) => prefer('toolbar', checked)}
      />
    </>
  );
}
