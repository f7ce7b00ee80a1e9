import { useState } from 'react';
import { useWorkspace } from '../../../app/context';
import '../../../i18n/enRefusals';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Conversation } from '../../../protocol/generated';
import { Confirm } from '../../../ui/Confirm/Confirm';

interface RemoveDialogProps {
  conversation: Conversation;
  name: string;
  user: string;
  called: string;
  onRemoved: () => void;
  onClose: () => void;
}

/** Asks before somebody is taken out of a channel; a refusal is told where it was asked for. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { conversation, name, user, called, onRemoved, onClose } = props;
  const say = useSay();
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const remove = async () => {
    if (busy) return;
    setBusy(true);
    const refused = await workspace.actions.kick(conversation.id, user);
    setBusy(false);
    if (refused === undefined) onRemoved();
    else setRefusal(refused);
  };

  return (
    <Confirm
      title={say('remove.title', { person: called, name })}
      text={say(conversation.is_private ? 'remove.text.private' : 'remove.text')}
      problem={refusal === undefined ? undefined : refusalText(say, refusal)}
      confirm={say('remove.confirm')}
      cancel={say('dialog.cancel')}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}
