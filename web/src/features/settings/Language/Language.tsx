import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { languages } from '../../../models/preferences';
import { Choices } from '../Choices/Choices';

/** In which language the page speaks. */
export function Language() {
  const say = useSay();
  return (
    <Choices
      stacked
      label={say('settings.language')}
      values={languages}
      value={usePreference('language')}
      textOf={(each) => say(`settings.language.${each}`)}
      onChange={(each) => prefer('language', each)}
    />
  );
}
