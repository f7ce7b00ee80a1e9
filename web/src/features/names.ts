import { useMemo } from 'react';
import { useWorkspaceState } from '../app/context';
import { useFormats } from '../i18n/formats';
import type { Conversation } from '../protocol/generated';
import { nameOf, titleOf } from '../models/names';
import { picturesOf } from '../store/emoji';
import type { WorkspaceState } from '../store/state';
import type { Names } from '../richtext/plain';

/** The names of people and channels, for text that mentions them. */
export function useNames(): Names {
  const people = useWorkspaceState((state) => state.people);
  const channels = useWorkspaceState((state) => namedIn(state.conversations));
  const emoji = useWorkspaceState((state) => state.emoji);
  const groups = useWorkspaceState((state) => state.groups);
  const self = useWorkspaceState((state) => state.self);
  const pictures = useMemo(() => picturesOf(emoji), [emoji]);
  return useMemo(
    () => ({
      person: (user) => nameOf(people[user]) ?? user,
      channel: (channel) => channels[channel]?.name ?? channel,
      emoji: (name) => pictures.get(name),
      group: (id) => {
        const group = groups[id];
        return group && { handle: group.handle, isOwn: group.users.includes(self) };
      },
    }),
    [people, channels, pictures, groups, self],
  );
}

type Conversations = WorkspaceState['conversations'];

let latest: { given: Conversations; named: Conversations } | undefined;

/** The same record for as long as no name changes: whatever else happens is no news to who shows names. */
function namedIn(given: Conversations): Conversations {
  if (latest?.given === given) return latest.named;
  const isSame = latest !== undefined && haveSameNames(latest.given, given);
  latest = { given, named: isSame && latest !== undefined ? latest.named : given };
  return latest.named;
}

function haveSameNames(before: Conversations, now: Conversations): boolean {
  const ids = Object.keys(now);
  if (ids.length !== Object.keys(before).length) return false;
  return ids.every((id) => before[id] === now[id] || before[id]?.name === now[id]?.name);
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
