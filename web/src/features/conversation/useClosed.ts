import { useWorkspaceState } from '../../app/context';
import type { TextId } from '../../i18n/en';
import { postingBar } from '../../models/posting';
import type { Conversation } from '../../protocol/generated';

/** Why nobody, or not this person, can post here, or reply in its threads. */
export function useClosed(conversation: Conversation, inThread = false): TextId | undefined {
  const self = useWorkspaceState((state) => state.people[state.self]);
  const partner = useWorkspaceState(({ people }) => people[conversation.user ?? '']);
  if (conversation.is_archived) return 'composer.archived';
  if (partner?.deleted === true) return 'composer.closed.deactivated';
  const bar = postingBar(conversation, self, inThread);
  return bar === undefined ? undefined : `composer.closed.${bar}`;
}
