import { prefer, usePreference } from '../../../app/preferences';
import { useSay } from '../../../i18n/Texts';
import { motions, spokens } from '../../../models/preferences';
import { Choices } from '../Choices/Choices';

/** What is said aloud, and what moves. */
export function Accessibility() {
  const say = useSay();
  return (
    <>
      <Choices
        stacked
        label={say('settings.spoken')}
        values={spokens}
        value={usePreference('spoken')}
        textOf={(each) => say(`settings.spoken.${each}`)}
        onChange={(each) => prefer('spoken', each)}
      />
      <Choices
        label={say('settings.motion')}
        values={motions}
        value={usePreference('motion')}
        textOf={(each) => say(`settings.motion.${each}`)}
        onChange={(each) => prefer('motion', each)}
      />
    </>
  );
}
