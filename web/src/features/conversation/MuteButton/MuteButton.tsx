import { Bell, BellOff } from 'lucide-react';
import { useWorkspace } from '../../../app/context';
import { refusalText, useSay } from '../../../i18n/Texts';
import type { Conversation } from '../../../protocol/generated';
import { IconButton } from '../../../ui/Button/Button';

interface MuteButtonProps {
  conversation: Conversation;
  onProblem: (text: string | undefined) => void;
}

/** Whether what is new in the conversation is shown in bold in the sidebar. */
export function MuteButton({ conversation, onProblem }: MuteButtonProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const muted = conversation.muted === true;
  const Icon = muted ? BellOff : Bell;

  const turn = async () => {
    const refused = await workspace.actions.mute(conversation.id, !muted);
    onProblem(refused === undefined ? undefined : refusalText(say, refused));
  };

  return (
    <IconButton label={say(muted ? 'header.unmute' : 'header.mute')} onClick={() => void turn()}>
      <Icon size={16} strokeWidth={1.75} />
    </IconButton>
  );
}
