import type { UsersAnswer } from '../../protocol/generated';
import { readAhead } from '../../store/people';
import type { DirectoryParts } from './directory';

const pageSize = 1000;
const pagesMost = readAhead / pageSize;

/** Reads page after page, as long as the connection is live. */
export async function readPeople(
  { call, inbox }: DirectoryParts,
  isLive: () => boolean,
): Promise<void> {
  let cursor = '';
  for (let page = 0; page < pagesMost && isLive(); page += 1) {
    const args = cursor === '' ? { limit: pageSize } : { limit: pageSize, cursor };
    const outcome = await call<UsersAnswer>('client.users', args);
    if (outcome.kind !== 'ok') return;
    const { users, next_cursor } = outcome.answer;
    cursor = next_cursor;
    const last = cursor === '' || page === pagesMost - 1;
    inbox.answer({ type: 'people', people: users, ...(last ? { all: true } : {}) });
    if (last) return;
  }
}
