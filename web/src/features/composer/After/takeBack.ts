import type { Workspace } from '../../../app/workspace/workspace';
import type { Message } from '../../../protocol/generated';
import { emptyDraft } from '../../../richtext/draft';
import { channelOf } from '../../../store/places';
import type { Sent, Wish } from '../wish';

/** Takes back what was sent last: it is deleted, and its words stand in the composer again. */
export async function takeBack(workspace: Workspace, sent: Sent): Promise<boolean> {
  const { outbox, drafts } = workspace;
  const send = outbox.store.getState().sends.find(({ id }) => id === sent.id);
  if (send !== undefined && send.state !== 'sending') {
    outbox.input({ type: 'remove', id: sent.id });
  } else {
    const message = messageOf(workspace, sent);
    if (message === undefined) return false;
    const refused = await workspace.actions.erase(channelOf(sent.place), message.ts);
    if (refused !== undefined) return false;
  }
  if (drafts.get(sent.place).text === '') drafts.set(sent.place, sent.draft);
  return true;
}

/** What is done leaves the composer, unless something else stands there by now. */
export function clear({ drafts }: Workspace, { place, draft }: Wish): void {
  if (drafts.get(place).text === draft.text) drafts.set(place, emptyDraft);
}

function messageOf({ store }: Workspace, { id, place }: Sent): Message | undefined {
  const segments = store.getState().histories[place]?.segments ?? [];
  for (const { messages } of segments) {
    const found = messages.find(({ client_msg_id: key }) => key === id);
    if (found !== undefined) return found;
  }
  return undefined;
}
