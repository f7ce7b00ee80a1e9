import type { BootAnswer, Conversation, Message, Person, Team, User } from '../protocol/generated';
import { takeAnswer } from '../store/answers';
import { emptyState, type WorkspaceState } from '../store/state';

export const acme: Team = { id: 'T1', name: 'Acme', domain: 'acme' };
export const alice: Person = { id: 'U1', name: 'alice', real_name: 'Alice Adams' };
export const bob: Person = { id: 'U2', name: 'bob', real_name: 'Bob Brown' };

/** A person as the server shows them to themselves. */
export function userOf({ id, name, real_name }: Person, email = `${name}@acme.test`): User {
  const words = { title: '', phone: '', skype: '', status_text: '', status_emoji: '' };
  return {
    id,
    team_id: acme.id,
    name,
    real_name,
    deleted: false,
    color: '9f69e7',
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    is_bot: false,
    is_app_user: false,
    updated: 1_700_000_000,
    profile: {
      ...words,
      real_name,
      real_name_normalized: real_name,
      display_name: '',
      display_name_normalized: '',
      status_text_canonical: '',
      status_emoji_display_info: [],
      status_expiration: 0,
      avatar_hash: 'g',
      first_name: real_name,
      last_name: '',
      fields: null,
      team: acme.id,
      email,
    },
  };
}

export function conversation(given: Partial<Conversation> = {}): Conversation {
  return {
    id: 'C1',
    name: 'general',
    is_private: false,
    is_im: false,
    is_mpim: false,
    creator: alice.id,
    created: 1_700_000_000,
    is_archived: false,
    member_count: 2,
    position: 0,
    message_number: 0,
    read_ts: '0.000000',
    read_number: 0,
    read_version: 0,
    deleted_after: 0,
    mention_count: 0,
    everybody_count: 0,
    ...given,
  };
}

export function message(given: Partial<Message> = {}): Message {
  const { id: user } = bob;
  const sent = { user, team: acme.id, text: 'hello', number: 1 };
  return { type: 'message', ts: '1700000000.000001', ...sent, ...given };
}

export function tsOf(seconds: number): string {
  return `${1_700_000_000 + seconds}.000000`;
}

export function booted(...channels: Conversation[]): WorkspaceState {
  const answer: BootAnswer = {
    self: userOf(alice),
    team: acme,
    time: tsOf(0),
    build: 'test',
    epoch: 1,
    positions: { [acme.id]: 0, [alice.id]: 0 },
    channels: channels.length > 0 ? channels : [conversation()],
    users: [alice, bob],
  };
  const empty = emptyState(acme, alice.id);
  return takeAnswer(empty, { type: 'boot', answer }, 0).state;
}
