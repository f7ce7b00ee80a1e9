import { UserMinus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import { compareTitles, matchScore } from '../../../models/ranking';
import { isDirect } from '../../../models/sidebar';
import type { Conversation, MembersAnswer } from '../../../protocol/generated';
import { Avatar } from '../../../ui/Avatar/Avatar';
import { Button, IconButton } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Problem } from '../../../ui/Problem/Problem';
import { useNames } from '../../names';
import { RemoveDialog } from './RemoveDialog';
import list from '../../people/PeoplePicker/PeoplePicker.module.css';

interface MembersDialogProps {
  conversation: Conversation;
  name: string;
  onAdd: () => void;
  onClose: () => void;
}

const pageSize = 1000;

export function MembersDialog({ conversation, name, onAdd, onClose }: MembersDialogProps) {
  const { id: channel, member_count } = conversation;
  const say = useSay();
  const names = useNames();
  const workspace = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const [members, setMembers] = useState<string[]>();
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string>();
  const [removing, setRemoving] = useState<string>();

  useEffect(() => {
    let current = true;
    const args = { channel, limit: pageSize };
    void workspace.parts.call<MembersAnswer>('conversations.members', args).then((outcome) => {
      if (!current) return;
      if (outcome.kind === 'ok') setMembers(outcome.answer.members);
      else setProblem(refusalText(say, 'unreachable'));
    });
    return () => {
      current = false;
    };
  }, [channel, member_count, say, workspace]);

  const shown = (members ?? [])
    .map((user) => ({ user, called: names.person(user) }))
    .filter(({ called }) => matchScore(query, [called]) >= (query === '' ? 1 : 40))
    .sort((one, two) => compareTitles(one.called, two.called));

  return (
    <>
      <Dialog
        tall
        title={say('members.title', { name })}
        onClose={onClose}
        footer={
          isDirect(conversation) ? undefined : (
            <Button tone="primary" onClick={onAdd}>
              {say('members.add')}
            </Button>
          )
        }
      >
        <Field
          label={say('members.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Problem text={problem} />
        <ul className={list.list}>
          {shown.map(({ user, called }) => (
            <li key={user} className={list.row}>
              <Avatar small id={user} name={called} />
              <bdi className={list.name}>{called}</bdi>
              {user === self && <span className={list.note}>{say('members.you')}</span>}
              {user !== self && !isDirect(conversation) && conversation.is_general !== true && (
                <IconButton
                  label={say('members.remove', { name: called })}
                  onClick={() => setRemoving(user)}
                >
                  <UserMinus size={16} strokeWidth={1.75} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {members !== undefined && shown.length === 0 && <p>{say('members.none', { query })}</p>}
      </Dialog>
      {removing !== undefined && (
        <RemoveDialog
          conversation={conversation}
          name={name}
          user={removing}
          called={names.person(removing)}
          onRemoved={() => {
            setMembers(members?.filter((user) => user !== removing));
            setRemoving(undefined);
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
