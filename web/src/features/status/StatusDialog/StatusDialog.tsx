import { useState } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enStatus';
import { useSay } from '../../../i18n/Texts';
import { expiryOf, statusOf, type Expiry } from '../../../models/status';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { EmojiButton } from '../../emoji/EmojiButton/EmojiButton';
import { Glyph } from '../../emoji/Glyph/Glyph';
import { useNames } from '../../names';
import { useAct } from '../../useAct';
import { useServerNow } from '../../useMinute';
import { Ends, type Ending } from '../Ends';
import styles from './StatusDialog.module.css';

const presets = [
  ['meeting', 'calendar', 'hour'],
  ['commute', 'bus', 'half'],
  ['sick', 'face_with_thermometer', 'today'],
  ['holiday', 'palm_tree', 'week'],
  ['home', 'house_with_garden', 'today'],
] as const satisfies readonly (readonly [string, string, Expiry])[];

const usual = 'speech_balloon';
const most = 100;

/** Says what one is at, with an emoji, for a while. */
export function StatusDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const names = useNames();
  const { act, busy, problem } = useAct();
  const self = useWorkspaceState((state) => state.people[state.self]);
  const serverNow = useServerNow();
  const before = statusOf(self, serverNow() / 1000);
  const [emoji, setEmoji] = useState(before?.emoji ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [ends, setEnds] = useState<Ending>({ expiry: 'never', picked: '' });
  const [past, setPast] = useState(false);

  const save = async () => {
    const now = serverNow();
    const until = expiryOf(ends.expiry, now, ends.picked);
    const isPast = ends.expiry === 'pick' && until <= now / 1000;
    setPast(isPast);
    if (isPast) return;
    const none = emoji === '' && text.trim() === '';
    const profile = {
      status_text: text.trim(),
      status_emoji: none ? '' : `:${emoji === '' ? usual : emoji}:`,
      status_expiration: none ? 0 : until,
    };
    if (await act('users.profile.set', { profile })) onClose();
  };
  return (
    <FormDialog
      title={say('status.title')}
      save={say('status.save')}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={onClose}
      below={
        <section className={styles.presets} aria-label={say('status.presets')}>
          <h3 className={styles.title}>{say('status.presets')}</h3>
          {presets.map(([id, glyph, expiry]) => {
            const words = say(`status.preset.${id}`);
            return (
              <button
                key={id}
                type="button"
                className={styles.preset}
                onClick={() => {
                  setEmoji(glyph);
                  setText(words);
                  setEnds({ expiry, picked: '' });
                }}
              >
                <span aria-hidden="true">
                  <Glyph name={glyph} names={names} />
                </span>
                {words}
                <span className={styles.note}>{say(`status.expiry.${expiry}`)}</span>
              </button>
            );
          })}
        </section>
      }
    >
      <div className={styles.line}>
        <EmojiButton label={say('status.emoji')} value={emoji} onPick={setEmoji} />
        <Field
          label={say('status.text')}
          value={text}
          maxLength={most}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Ends
        never
        label={say('status.expiry')}
        value={ends}
        error={past ? say('status.expiry.past') : undefined}
        onChange={setEnds}
      />
    </FormDialog>
  );
}
