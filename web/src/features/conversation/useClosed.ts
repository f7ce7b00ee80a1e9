import { useWorkspaceState } from '../../app/context';
import type { TextId } from '../../i18n/en';
import { postingBar } from '../../models/posting';
import type { Conversation } from '../../protocol/generated';

/** Why nobody, or not this person, can post here, or reply in its threads. */
export function useClosed(conversation: Conversation, inThread = false): TextId | undefined {
  const self = useWorkspaceState((state) => state.people[state.self]);
  if (conversation.is_archived) return 'composer.archived';
  const bar = postingBar(conversation, self, inThread);
  return bar === undefined ? undefined : `composer.closed.${bar}`;
}
