import { operate, post, type Call, type Company } from './people';
import type { Places } from './views';

const markup =
  `<img src=x onerror=alert(1)><script>alert(2)</script>` +
  `"'><svg/onload=alert(3)>&lt;b&gt;{{7*7}}`;
const bidi = '\u202egnp.exe\u2066 \u202d\u2067';
const zalgo = Array.from('Zalgo', (letter) => letter + '\u0334\u0311\u0357\u0489'.repeat(6)).join(
  '',
);
const arabic = 'مرحبا بالعالم';
const word = (length: number) => 'W'.repeat(length);
const most = 40_000;

const links = [
  '<javascript:alert(4)|click>',
  '<data:text/html,<script>alert(5)</script>|data>',
  '<vbscript:alert(6)|old>',
  '<https://ev\u0456l.test/login|https://bank.test>',
  `<https://far.test/${word(2000)}>`,
  'javascript:alert(7) see',
];

/** The red dot of one pixel. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const blocks = [
  { type: 'header', text: { type: 'plain_text', text: markup } },
  { type: 'section', text: { type: 'mrkdwn', text: `${markup} ${word(2000)}` } },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: word(1000) },
      { type: 'mrkdwn', text: links[0] },
    ],
  },
  { type: 'image', image_url: 'https://far.test/seen.png', alt_text: markup },
  { type: 'context', elements: [{ type: 'mrkdwn', text: `${zalgo} ${bidi}` }] },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'a', text: { type: 'plain_text', text: word(70) }, value: 'v' },
    ],
  },
];

const attachments = [
  {
    color: '#f00;}*{display:none',
    pretext: markup,
    author_name: word(400),
    author_icon: 'https://far.test/icon.png',
    title: `${markup}${word(300)}`,
    title_link: 'javascript:alert(8)',
    text: `${word(3000)} ${links[0]}`,
    image_url: 'https://far.test/picture.png',
    thumb_url: 'https://far.test/thumb.png',
    fields: [{ title: markup, value: word(600), short: true }],
    footer: `${bidi}${word(250)}`,
  },
];

/** Everything in it wants to run, to fetch, to turn words around or to be too wide. */
export async function fillHostile(company: Company): Promise<Places> {
  const { slug, url } = company;
  const { token, user_id } = await operate('token.create', { workspace: slug, user: 'alice' });
  const alice: Call = (method, args) => post(`${url}/api/${method}`, String(token), args);
  const names = [markup.slice(0, 80), word(80), zalgo.slice(0, 60), `${bidi}${arabic}`];
  const channelName = word(80).toLowerCase();
  const created = await alice('conversations.create', { name: channelName });
  const channel = (created.channel as { id: string }).id;
  const people: { id: string; call: Call }[] = [];
  for (const [at, real_name] of names.entries()) {
    const name = `h${at}`;
    const password = 'battery staple';
    const email = `${name}@${slug}.test`;
    const made = await operate('user.create', {
      workspace: slug,
      name,
      real_name,
      email,
      password,
    });
    const call: Call = (method, args) => post(`${url}/api/${method}`, String(made.token), args);
    people.push({ id: String(made.user_id), call });
    const profile = {
      title: names[at],
      pronouns: word(60),
      phone: `javascript:alert(9)${word(30)}`,
      status_text: [markup, word(100), zalgo, bidi][at]?.slice(0, 100),
      status_emoji: ':fire:',
    };
    await call('users.profile.set', { profile });
  }
  const everyone = people.map(({ id }) => id).join();
  await alice('conversations.invite', { channel, users: everyone });
  await alice('conversations.setTopic', { channel, topic: (markup + word(250)).slice(0, 250) });
  await alice('conversations.setPurpose', { channel, purpose: (word(200) + markup).slice(0, 250) });
  const [one, two, three, four] = people.map(({ call }) => call);
  const say = (call: Call | undefined, args: Record<string, unknown>) =>
    (call ?? alice)('chat.postMessage', { channel, ...args });

  await company.bob.call('emoji.add', { name: word(90).toLowerCase(), image: dot });
  await say(one, { text: word(most) });
  await say(two, { text: `${markup} ${bidi} ${zalgo.repeat(20)}` });
  await say(three, { text: links.join('\n') });
  await say(four, {
    text: `\`\`\`\n<script>alert(1)</script> ${word(3000)}\n\`\`\` \`${word(900)}\``,
  });
  await say(one, { text: `&gt; ${word(2000)}\n• ${arabic} ${word(500)}` });
  await say(two, {
    text: `:${word(90).toLowerCase()}: <@U0NOBODY|${markup}> <#C0NONE|${word(80)}>`,
  });
  const { ts: root } = await say(three, { text: `plan ${markup}` });
  await say(four, { text: `${word(900)} ${markup}`, thread_ts: root });
  await say(undefined, { text: arabic, thread_ts: root });
  await say(two, { text: `${bidi}answer`, thread_ts: root });
  const bot = await operate('app.create', {
    workspace: slug,
    manifest: JSON.stringify({
      display_information: { name: markup.slice(0, 35), description: word(140) },
      oauth_config: {
        scopes: { bot: ['chat:write', 'chat:write.customize', 'chat:write.public'] },
      },
    }),
  });
  const app: Call = (method, args) => post(`${url}/api/${method}`, String(bot.bot_token), args);
  const as = { username: markup.slice(0, 80), icon_url: 'https://far.test/face.png' };
  await app('chat.postMessage', { channel, text: 'plan', blocks, ...as });
  await app('chat.postMessage', { channel, text: 'plan', attachments, ...as });
  await operate('webhook.create', { workspace: slug, channel });
  const { ts } = await say(undefined, { text: `<@${people[0]?.id ?? ''}> ${word(300)} plan` });
  for (const name of ['tada', 'fire', '+1'])
    await one?.('reactions.add', { channel, timestamp: ts, name });
  await one?.('pins.add', { channel, timestamp: root });
  await alice('stars.add', { channel, timestamp: root });
  await alice('reminders.add', { text: `${markup}${word(400)}`, time: String(soon()) });
  await alice('chat.scheduleMessage', { channel, text: markup + word(500), post_at: soon() });
  await alice('client.drafts.set', {
    channel: company.channels.general,
    text: `${markup}${word(700)}`,
  });
  await alice('bookmarks.add', {
    channel_id: channel,
    title: (markup + word(200)).slice(0, 200),
    type: 'link',
    link: `https://far.test/${word(1500)}`,
  });
  const direct = await alice('usergroups.create', {
    name: markup.slice(0, 80),
    handle: word(40).toLowerCase(),
    description: word(140),
  }).then(async ({ usergroup }) => {
    const { id } = usergroup as { id: string };
    await alice('usergroups.users.update', { usergroup: id, users: everyone });
    const opened = await alice('conversations.open', { users: everyone });
    const { id: direct } = opened.channel as { id: string };
    await alice('chat.postMessage', { channel: direct, text: `<!subteam^${id}> ${word(300)}` });
    return direct;
  });
  await say(one, { text: `${markup} the last <!channel>` });
  const person = people[0]?.id ?? '';
  const self = String(user_id);
  return { slug, channel, thread: String(root), direct, person, self, query: 'plan' };
}

function soon(): number {
  return Math.floor(Date.now() / 1000) + 86_400;
}
