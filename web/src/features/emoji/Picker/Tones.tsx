import { prefer, usePreference } from '../../../app/preferences';
import '../../../i18n/enPicker';
import { useSay } from '../../../i18n/Texts';
import { skinTones } from '../../../models/preferences';
import { withTone } from '../../../richtext/emoji';
import styles from './Picker.module.css';

/** The skin tone of emoji of people, for this and every later choice. */
export function Tones() {
  const say = useSay();
  const chosen = usePreference('skinTone');
  return (
    <div role="group" aria-label={say('emoji.tone')} className={styles.tones}>
      {skinTones.map((tone) => {
        const label = say('emoji.tone.choice', { tone });
        return (
          <button
            key={tone}
            type="button"
            aria-pressed={tone === chosen}
            aria-label={label}
            data-tip={label}
            className={styles.tone}
            onClick={() => prefer('skinTone', tone)}
          >
            {tone === 'none' ? '✋' : withTone('✋', Number(tone))}
          </button>
        );
      })}
    </div>
  );
}
