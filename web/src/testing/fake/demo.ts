import { serve } from './serve';
import type { FakeChannel } from './channel';
import { World } from './world';

const lines = [
  'Morning. The import ran through, 41,208 rows, no errors.',
  'Nice. Did it keep the *old ids* or make new ones?',
  'Kept them. `legacy_id` is a column of its own, with an index.',
  'Good, then the links in the wiki go on working.',
  'One thing: the retry in `fetchPages` waits forever when the server answers 204. I think we want\n```\nif (response.status === 204) {\n  return { pages: [], done: true };\n}\n```',
  '> the retry waits forever\nSaw that too. It is in the backlog since March, nobody could reproduce it.',
  'I can now: https://issues.acme.test/4711 has the steps.',
  'هل يمكننا مراجعة التقرير غدًا صباحًا؟',
  'Tomorrow at ten works. :tada:',
  'ok',
  ':+1:',
  'averyveryverylongwordwithoutanyspacesthatmustnotbreakthelayoutofthelistwhateverhappens_'.repeat(
    3,
  ),
  'The numbers for the quarter are in. Revenue is up by 4 %, support mails are down by a fifth, and the new office has a coffee machine that works. Details follow in the meeting; bring questions, and if you can, read the two pages that Cai wrote before.',
];

/** A workspace with people and talk in it, for looking at the page. */
export function demoWorld(): World {
  let clock = Date.now() - 3 * 86_400_000;
  const real = Date.now();
  const world = new World(() => clock);
  world.team = { id: world.id('T'), name: 'Acme', domain: 'acme' };
  const ann = world.addUser('ann', 'Ann Lindqvist', 'ann@acme.test', 'correct horse');
  const bob = world.addUser('bob', 'Bob Okafor', 'bob@acme.test', 'correct horse');
  const cai = world.addUser('cai', 'Cai Wen', 'cai@acme.test', 'correct horse');
  const long = 'Maximiliane Freifrau von und zu Hohenstaufen-Wolkenstein III.';
  const max = world.addUser('max', long, 'max@acme.test', 'correct horse');
  const users = [ann, bob, cai, max].map(({ id }) => id);
  const general = world.addChannel('channel', 'general', users);
  general.topic = 'Company-wide news and decisions';
  const names = ['design', 'dev-backend', 'dev-web', 'random', 'release', 'support', 'travel'];
  const channels = names.map((name) => world.addChannel('channel', name, users));
  world.addChannel('private', 'budget', users);
  world.addChannel('channel', 'unjoined', [bob.id]);
  const direct = world.addChannel('im', undefined, [ann.id, bob.id]);
  world.addChannel('im', undefined, [ann.id, max.id]);
  world.addChannel('mpim', undefined, [ann.id, bob.id, cai.id]);

  const talk = (channel: FakeChannel, count: number, everyMs: number) => {
    for (let n = 0; n < count; n += 1) {
      clock += everyMs * (n % 3 === 0 ? 4 : 1);
      const user = users[Math.floor(n / 2) % users.length] ?? ann.id;
      world.post(channel, user, lines[n % lines.length] ?? '');
    }
  };
  talk(general, 320, 200_000);
  for (const channel of channels.slice(0, 4)) talk(channel, 12, 60_000);
  for (const channel of world.channels.values()) {
    for (const user of users) {
      if (channel.members.has(user)) world.mark(channel, user, channel.messages.at(-1)?.ts ?? '0');
    }
  }
  clock = Math.max(clock, real - 3_600_000);
  talk(direct, 4, 60_000);
  const [, backend, web] = channels;
  if (backend !== undefined) {
    world.post(backend, bob.id, `<@${ann.id}> can you look at the failing build?`);
  }
  if (web !== undefined)
    for (let n = 0; n < 30; n += 1) world.post(web, cai.id, lines[n % 6] ?? '');
  const drift = () => (clock = Math.max(clock + 1, Date.now()));
  setInterval(drift, 20);
  return world;
}

export function start(directory: string, port: number, demo: boolean) {
  return serve(directory, port, demo ? demoWorld() : new World());
}
