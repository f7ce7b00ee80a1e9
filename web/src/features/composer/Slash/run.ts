import { refusalOf } from '../../../app/workspace/refusals';
import type { Workspace } from '../../../app/workspace/workspace';
import type { Formats } from '../../../i18n/formats';
import '../../../i18n/enRefusals';
import '../../../i18n/enSlash';
import { refusalText, type Say } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { minutesOf, reminderParts } from '../../../models/saidTimes';
import { mentionedIn } from '../../../richtext/mentions';
import { outgoing, type Wire } from '../../../richtext/outgoing';
import { parseMrkdwn } from '../../../richtext/parse';
import { plainText, type Names } from '../../../richtext/plain';
import { settle } from '../../../richtext/settle';
import type { SlashName } from './slashes';

export interface SlashParts {
  workspace: Workspace;
  channel: string;
  say: Say;
  names: Names;
  formats: Formats;
  go: (path: string) => void;
}

/** How it ended: done, with a word of it if it cannot be seen; not done; or a message in its place. */
export type Ran =
  | { kind: 'done'; notice?: string }
  | { kind: 'problem'; text: string }
  | { kind: 'message'; said: Wire };

const shrug = '¯\\_(ツ)_/¯';
const usualEmoji = 'speech_balloon';

/** Does what was written. `rest` is what stands behind the command, as it travels. */
export async function runSlash(name: SlashName, rest: string, parts: SlashParts): Promise<Ran> {
  const { workspace, channel, say, names, formats, go } = parts;
  const { call, now, newId, team } = workspace.parts;
  const slug = team.domain;
  const words = plainText(parseMrkdwn(rest), names).trim();
  const users = mentionedIn(rest);
  const refused = (code: string): Ran => ({ kind: 'problem', text: refusalText(say, code) });
  const done = (code: string | undefined, notice?: string): Ran => {
    if (code !== undefined) return refused(code);
    return notice === undefined ? { kind: 'done' } : { kind: 'done', notice };
  };
  const act = async (method: string, args: Record<string, unknown>, notice?: string) =>
    done(refusalOf(await call(method, args)), notice);

  switch (name) {
    case 'active':
      return act('users.setPresence', { presence: 'auto' }, say('slash.active.done'));
    case 'away':
      return act('users.setPresence', { presence: 'away' }, say('slash.away.done'));
    case 'dnd': {
      if (words === 'off') return act('dnd.endSnooze', {}, say('slash.dnd.off'));
      const minutes = minutesOf(words);
      if (minutes === undefined) return { kind: 'problem', text: say('slash.dnd.bad') };
      const time = formats.moment(now() + minutes * 60_000, now());
      return act('dnd.setSnooze', { num_minutes: minutes }, say('slash.dnd.done', { time }));
    }
    case 'invite': {
      if (users.length === 0) return { kind: 'problem', text: say('slash.invite.bad') };
      const [, where = channel] = /<#([CG]\w+)/.exec(rest) ?? [];
      return done(await workspace.actions.invite(where, users));
    }
    case 'leave':
      return done(await workspace.actions.leave(channel));
    case 'me':
      if (rest === '') return { kind: 'problem', text: say('slash.me.bad') };
      return act('chat.meMessage', { channel, text: rest, client_msg_id: newId() });
    case 'msg': {
      const [user] = users;
      if (user === undefined) return { kind: 'problem', text: say('slash.msg.bad') };
      const text = rest.slice(rest.indexOf('>') + 1).trim();
      if (text === '') {
        go(formatAddress({ view: 'direct', slug, user }));
        return { kind: 'done' };
      }
      const opened = await workspace.actions.openDirect([user]);
      if (opened.kind !== 'ok') return refused(refusalOf(opened) ?? '');
      workspace.outbox.send({ channel: opened.answer, text });
      return { kind: 'done', notice: say('slash.msg.done', { person: names.person(user) }) };
    }
    case 'mute': {
      const muted = workspace.store.getState().conversations[channel]?.muted === true;
      const notice = say(muted ? 'slash.mute.off' : 'slash.mute.on');
      return done(await workspace.actions.mute(channel, !muted), notice);
    }
    case 'remind':
      return remind(words, parts);
    case 'search':
      go(formatAddress({ view: 'search', slug, query: words, channel: undefined }));
      return { kind: 'done' };
    case 'shrug': {
      const text = words === '' ? shrug : `${words} ${shrug}`;
      const behind = { kind: 'text', text: words === '' ? shrug : ` ${shrug}` } as const;
      const blocks = parseMrkdwn(rest);
      const tree = settle([...blocks.slice(0, -1), ...withEnd(blocks.at(-1), behind)]);
      return { kind: 'message', said: outgoing({ text, mentions: [], tree }) };
    }
    case 'status':
      return status(rest, words, parts);
    case 'topic':
      if (words === '') return { kind: 'problem', text: say('slash.topic.bad') };
      return act('conversations.setTopic', { channel, topic: words });
    case 'who': {
      const pane = { kind: 'details', tab: 'members' } as const;
      go(formatAddress({ view: 'conversation', slug, channel, ts: undefined, pane }));
      return { kind: 'done' };
    }
  }
}

type Blocks = ReturnType<typeof parseMrkdwn>;

/** A last block with words behind it. */
function withEnd(last: Blocks[number] | undefined, end: { kind: 'text'; text: string }): Blocks {
  if (last?.kind === 'paragraph') return [{ ...last, inlines: [...last.inlines, end] }];
  return [...(last === undefined ? [] : [last]), { kind: 'paragraph', inlines: [end] }];
}

async function status(rest: string, words: string, { workspace, say, names }: SlashParts) {
  if (rest === '') return { kind: 'problem', text: say('slash.status.bad') } as const;
  const clear = /^clear$/i.test(words);
  const [, emoji, said = ''] = /^:([^\s:]+(?:::[^\s:]+)?):\s*([^]*)$/.exec(rest) ?? [];
  const text = emoji === undefined ? words : plainText(parseMrkdwn(said), names).trim();
  const profile = {
    status_text: clear ? '' : text,
    status_emoji: clear ? '' : `:${emoji ?? usualEmoji}:`,
    status_expiration: 0,
  };
  const code = refusalOf(await workspace.parts.call('users.profile.set', { profile }));
  if (code !== undefined) return { kind: 'problem', text: refusalText(say, code) } as const;
  const notice = say(clear ? 'slash.status.off' : 'slash.status.done');
  return { kind: 'done', notice } as const;
}

/** The server knows times: it is asked with everything that may be one. */
async function remind(words: string, { workspace, say, formats }: SlashParts): Promise<Ran> {
  const { call, now } = workspace.parts;
  for (const { what, when } of reminderParts(words)) {
    const args = { text: what, time: when };
    const outcome = await call<{ reminder: { time?: number } }>('reminders.add', args);
    if (outcome.kind === 'refused' && outcome.code === 'cannot_parse') continue;
    const code = refusalOf(outcome);
    if (outcome.kind !== 'ok') return { kind: 'problem', text: refusalText(say, code ?? '') };
    const { time } = outcome.answer.reminder;
    if (time === undefined) return { kind: 'done', notice: say('slash.remind.again') };
    const told = formats.moment(time * 1000, now());
    return { kind: 'done', notice: say('slash.remind.done', { time: told }) };
  }
  return { kind: 'problem', text: say('slash.remind.bad') };
}
