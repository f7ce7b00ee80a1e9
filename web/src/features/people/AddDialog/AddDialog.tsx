import '../../../i18n/enRefusals';
import { useState } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enPick';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Conversation } from '../../../protocol/generated';
import { Button } from '../../../ui/Button/Button';
import { Dialog } from '../../../ui/Dialog/Dialog';
import { Problem } from '../../../ui/Problem/Problem';
import { toggled } from '../DirectDialog/DirectDialog';
import { PeoplePicker } from '../PeoplePicker/PeoplePicker';

interface AddDialogProps {
  conversation: Conversation;
  name: string;
  onClose: () => void;
}

/** The server adds no more by one call. */
const mostAtOnce = 100;

export function AddDialog({ conversation, name, onClose }: AddDialogProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const self = useWorkspaceState((state) => state.self);
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string>();

  const add = async () => {
    for (let from = 0; from < chosen.length; from += mostAtOnce) {
      const some = chosen.slice(from, from + mostAtOnce);
      const refused = await workspace.actions.invite(conversation.id, some);
      if (refused === undefined || refused === 'already_in_channel') continue;
      setRefusal(refusalText(say, refused));
      return;
    }
    onClose();
  };

  return (
    <Dialog
      tall
      title={say('members.add.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button tone="primary" disabled={chosen.length === 0} onClick={() => void add()}>
            {say('members.add.submit', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <PeoplePicker
        label={say('members.find')}
        chosen={chosen}
        except={self}
        onToggle={(user) => setChosen((now) => toggled(now, user))}
      />
      <Problem text={refusal} />
    </Dialog>
  );
}
