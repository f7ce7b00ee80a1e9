import { useState, type SyntheticEvent } from 'react';
import { useWorkspaceState } from '../../../app/context';
import '../../../i18n/enCreate';
import { useSay } from '../../../i18n/Texts';
import { channelNameOf, isChannelName } from '../../../models/slug';
import type { ChannelId } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { useAct } from '../../useAct';
import styles from './Settings.module.css';

/** The name of a channel; what is wrong with another one is said while it is typed. */
export function Rename({ channel, name }: { channel: ChannelId; name: string }) {
  const say = useSay();
  const { act, busy, problem, forget } = useAct();
  const [typed, setTyped] = useState<string>();
  const taken = useWorkspaceState(
    ({ conversations }) =>
      typed !== undefined &&
      Object.values(conversations).some((each) => each.id !== channel && each.name === typed),
  );
  const shown = typed ?? name;
  const allowed = isChannelName(shown) && !taken;
  const wrong = taken
    ? say('details.rename.taken')
    : isChannelName(shown) || shown === ''
      ? problem
      : say('create.name.hint');

  const rename = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!allowed || busy || shown === name) return;
    if (await act('conversations.rename', { channel, name: shown })) setTyped(undefined);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void rename(event)}>
      <Field
        label={say('details.rename')}
        prefix="#"
        autoComplete="off"
        spellCheck={false}
        error={wrong}
        value={shown}
        onChange={(event) => {
          setTyped(channelNameOf(event.target.value));
          forget();
        }}
      />
      <Button type="submit" disabled={!allowed || shown === name}>
        {say('details.rename.do')}
      </Button>
    </form>
  );
}
