import { useRef, useState } from 'react';
import { useSay } from '../../../i18n/Texts';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { FormDialog } from '../../../ui/FormDialog/FormDialog';
import { useAct } from '../../useAct';
import { Choices } from '../Choices/Choices';
import { emojiName, emojiNameOf, emojiPicture } from './emojiPicture';
import styles from './NewEmoji.module.css';

const kinds = ['picture', 'alias'] as const;

/** A picture as an emoji, or another name of one that there is. */
export function NewEmoji({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { act, busy, problem, forget } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('picture');
  const [name, setName] = useState('');
  const [original, setOriginal] = useState('');
  const [image, setImage] = useState<{ data: string; file: string }>();
  const [unreadable, setUnreadable] = useState(false);
  const whole = name !== '' && (kind === 'picture' ? image !== undefined : original !== '');

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      setImage({ data: await emojiPicture(file), file: file.name });
      setUnreadable(false);
      setName((now) => (now === '' ? emojiNameOf(file.name) : now));
    } catch {
      setUnreadable(true);
    }
  };
  const save = async () => {
    const done =
      kind === 'picture'
        ? await act('emoji.add', { mode: 'data', name, image: image?.data })
        : await act('emoji.add', { mode: 'alias', name, alias_for: original });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={say('emoji.own.add')}
      save={say('emoji.own.save')}
      busy={busy}
      complete={whole}
      problem={unreadable ? say('emoji.own.unreadable') : problem}
      onSave={save}
      onClose={onClose}
    >
      <Choices
        label={say('emoji.own.kind')}
        values={kinds}
        value={kind}
        textOf={(each) => say(`emoji.own.kind.${each}`)}
        onChange={(next) => {
          setKind(next);
          setUnreadable(false);
          forget();
        }}
      />
      {kind === 'picture' ? (
        <div className={styles.file}>
          <Button onClick={() => input.current?.click()}>{say('emoji.own.choose')}</Button>
          <bdi>{image?.file}</bdi>
          <input
            ref={input}
            hidden
            type="file"
            aria-label={say('emoji.own.choose')}
            accept="image/png,image/jpeg,image/gif"
            onChange={(event) => void take(event.target.files?.[0])}
          />
          <p className={styles.hint}>{say('emoji.own.choose.hint')}</p>
        </div>
      ) : (
        <Field
          label={say('emoji.own.of')}
          prefix=":"
          autoComplete="off"
          spellCheck={false}
          value={original}
          onChange={(event) => setOriginal(emojiName(event.target.value))}
        />
      )}
      <Field
        label={say('emoji.own.name')}
        prefix=":"
        hint={say('emoji.own.name.hint')}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={(event) => {
          setName(emojiName(event.target.value));
          forget();
        }}
      />
    </FormDialog>
  );
}
