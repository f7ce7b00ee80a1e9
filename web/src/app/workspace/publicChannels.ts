import type { Call } from '../../protocol/api';
import type { Channel, ChannelsAnswer } from '../../protocol/generated';

const pagesMost = 20;

/** The public channels of the workspace, as many as somebody can look through. */
export async function publicChannels(call: Call, archived = false): Promise<Channel[] | undefined> {
  const channels: Channel[] = [];
  let cursor = '';
  for (let page = 0; page < pagesMost; page += 1) {
    const args = { limit: 200, types: 'public_channel', exclude_archived: !archived };
    const outcome = await call<ChannelsAnswer>(
      'conversations.list',
      cursor === '' ? args : { ...args, cursor },
    );
    if (outcome.kind !== 'ok') return page === 0 ? undefined : channels;
    channels.push(...outcome.answer.channels);
    cursor = outcome.answer.response_metadata.next_cursor;
    if (cursor === '') break;
  }
  return channels;
}
