import type { Call } from '../../protocol/api';
import type { Channel, ChannelsAnswer } from '../../protocol/generated';

/** The most that the server tells at once. */
const limit = 999;

/** All public channels of the workspace, archived ones too; nothing if not all could be had. */
export async function publicChannels(call: Call): Promise<Channel[] | undefined> {
  const channels: Channel[] = [];
  let cursor = '';
  do {
    const args = { limit, types: 'public_channel' };
    const outcome = await call<ChannelsAnswer>(
      'conversations.list',
      cursor === '' ? args : { ...args, cursor },
    );
    if (outcome.kind !== 'ok') return undefined;
    channels.push(...outcome.answer.channels);
    cursor = outcome.answer.response_metadata.next_cursor;
  } while (cursor !== '');
  return channels;
}
