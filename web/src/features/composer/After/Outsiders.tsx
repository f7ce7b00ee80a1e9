import { useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { useFormats } from '../../../i18n/formats';
import { refusalText, useSay } from '../../../i18n/Texts';
import { mentionedIn } from '../../../richtext/mentions';
import { TextButton } from '../../../ui/Button/Button';
import { useNames } from '../../names';
import { Strip } from './Strip';

interface OutsidersProps {
  channel: string;
  /** What was said, as it travels. */
  text: string;
}

const mostNames = 3;

/** Who was mentioned and does not see it, because they are not in the channel. */
export function Outsiders({ channel, text }: OutsidersProps) {
  const say = useSay();
  const names = useNames();
  const { list } = useFormats();
  const workspace = useWorkspace();
  const { call } = workspace.parts;
  const self = useWorkspaceState((state) => state.self);
  const guest = useWorkspaceState((state) => state.people[state.self]?.rank === 'guest');
  const held = useWorkspaceState((state) => state.conversations[channel]);
  const [outside, setOutside] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    let current = true;
    const { people } = workspace.store.getState();
    const users = mentionedIn(text).filter(
      (id) => id !== self && people[id] !== undefined && people[id].deleted !== true,
    );
    if (users.length === 0) return;
    const args = { channel, users: users.join(',') };
    void call<{ members: string[] }>('client.conversations.among', args).then((outcome) => {
      if (!current || outcome.kind !== 'ok') return;
      setOutside(users.filter((user) => !outcome.answer.members.includes(user)));
    });
    return () => {
      current = false;
    };
  }, [call, channel, self, text, workspace]);

  if (outside.length === 0 || held === undefined) return null;
  const shown = outside.slice(0, mostNames).map(names.person);
  const more = outside.length - shown.length;
  if (more > 0) shown.push(say('sending.outside.more', { count: more }));
  const invite = async () => {
    const refused = await workspace.actions.invite(channel, outside);
    if (refused === undefined || refused === 'already_in_channel') setOutside([]);
    else setProblem(refusalText(say, refused));
  };
  return (
    <Strip bad={problem !== undefined}>
      <span>
        {problem ??
          say('sending.outside', {
            names: list(shown),
            name: held.name ?? '',
            count: outside.length,
          })}
      </span>
      {!guest && !held.is_archived && (
        <TextButton onClick={() => void invite()}>{say('sending.invite')}</TextButton>
      )}
      <TextButton onClick={() => setOutside([])}>{say('sending.leave')}</TextButton>
    </Strip>
  );
}
