import { Bell, BellOff } from 'lucide-react';
import { useWorkspace } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Conversation } from '../../../protocol/generated';
import { IconButton } from '../../../ui/Button/Button';
import { useToast } from '../../../ui/Toast/Toast';

interface MuteButtonProps {
  conversation: Conversation;
}

/** Whether what is new in the conversation is shown in bold in the sidebar. */
export function MuteButton({ conversation }: MuteButtonProps) {
  const say = useSay();
  const toast = useToast();
  const workspace = useWorkspace();
  const muted = conversation.muted === true;
  const Icon = muted ? BellOff : Bell;

  const turn = async () => {
    const refused = await workspace.actions.mute(conversation.id, !muted);
    if (refused !== undefined) toast({ text: refusalText(say, refused) });
  };

  return (
    <IconButton label={say(muted ? 'header.unmute' : 'header.mute')} onClick={() => void turn()}>
      <Icon size={16} strokeWidth={1.75} />
    </IconButton>
  );
}
