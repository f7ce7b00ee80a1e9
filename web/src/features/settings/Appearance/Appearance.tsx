import { prefer, usePreference } from '../../../app/preferences';
import { useFormats } from '../../../i18n/formats';
import { useSay } from '../../../i18n/Texts';
import { densities, skinTones, textSizes, themes } from '../../../models/preferences';
import { withTone } from '../../../richtext/emoji';
import { Choices } from '../Choices/Choices';

/** How the page looks. */
export function Appearance() {
  const say = useSay();
  const { percent } = useFormats();
  return (
    <>
      <Choices
        label={say('settings.theme')}
        values={themes}
        value={usePreference('theme')}
        textOf={(each) => say(`settings.theme.${each}`)}
        onChange={(each) => prefer('theme', each)}
      />
      <Choices
        label={say('settings.density')}
        values={densities}
        value={usePreference('density')}
        textOf={(each) => say(`settings.density.${each}`)}
        onChange={(each) => prefer('density', each)}
      />
      <Choices
        label={say('settings.text')}
        values={textSizes}
        value={usePreference('textSize')}
        textOf={(each) => percent(Number(each) / 100)}
        onChange={(each) => prefer('textSize', each)}
      />
      <Choices
        label={say('settings.tone')}
        values={skinTones}
        value={usePreference('skinTone')}
        textOf={(each) => {
          const hand = each === 'none' ? '✋' : withTone('✋', Number(each));
          return say('settings.tone.choice', { hand, name: say(`settings.tone.${each}`) });
        }}
        onChange={(each) => prefer('skinTone', each)}
      />
    </>
  );
}
