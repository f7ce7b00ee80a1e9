import { useMemo } from 'react';
import { useWorkspaceState } from '../app/context';
import { useFormats } from '../i18n/formats';
import type { Conversation } from '../protocol/generated';
import { nameOf, titleOf } from '../models/names';
import { picturesOf } from '../store/emoji';
import type { Names } from '../richtext/plain';

/** The names of people and channels, for text that mentions them. */
export function useNames(): Names {
  const people = useWorkspaceState((state) => state.people);
  const conversations = useWorkspaceState((state) => state.conversations);
  const emoji = useWorkspaceState((state) => state.emoji);
  const groups = useWorkspaceState((state) => state.groups);
  const self = useWorkspaceState((state) => state.self);
  const pictures = useMemo(() => picturesOf(emoji), [emoji]);
  return useMemo(
    () => ({
      person: (user) => nameOf(people[user]) ?? user,
      channel: (channel) => conversations[channel]?.name ?? channel,
      emoji: (name) => pictures.get(name),
      group: (id) => {
        const group = groups[id];
        return group && { handle: group.handle, isOwn: group.users.includes(self) };
      },
    }),
    [people, conversations, pictures, groups, self],
  );
}

/** What a conversation is called. */
export function useTitleOf(): (conversation: Conversation) => string {
  const people = useWorkspaceState((state) => state.people);
  const self = useWorkspaceState((state) => state.self);
  const { list } = useFormats();
  return useMemo(
    () => (conversation) => titleOf(conversation, people, self, list),
    [people, self, list],
  );
}
