// Where programs post and how they name it, and what they are told of people and conversations.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { client, newCompany, refusal } from "./company.mjs";

let acme;
let alice;
let bob;
let town;

before(async () => {
  acme = await newCompany();
  ({ alice, bob } = acme);
  town = (await alice.web.conversations.create({ name: "town" })).channel.id;
  await bob.web.conversations.join({ channel: town });
});

test("a channel is named where one posts, if one may see it", async () => {
  for (const channel of ["#town", "town"]) {
    const posted = await bob.web.chat.postMessage({ channel, text: "by its name" });
    assert.equal(posted.channel, town);
  }
  const post_at = Math.floor(Date.now() / 1000) + 3600;
  const scheduled = await bob.web.chat.scheduleMessage({ channel: "#town", text: "later", post_at });
  assert.equal(scheduled.channel, town);
  await alice.web.conversations.create({ name: "vault", is_private: true });
  const other = await newCompany();
  await other.alice.web.conversations.create({ name: "elsewhere" });
  for (const channel of ["#vault", "vault", "#elsewhere", "#no-such", "#", ""]) {
    const call = bob.web.chat.postMessage({ channel, text: "x" });
    assert.equal(await refusal(call), "channel_not_found", channel);
  }
});

test("markdown_text stands alone and is shown as a block", async () => {
  const { chat } = bob.web;
  const posted = await chat.postMessage({ channel: town, markdown_text: "# Plan\n**now**" });
  assert.deepEqual(posted.message.blocks, [{ type: "markdown", text: "# Plan\n**now**" }]);
  assert.equal(posted.message.text, "# Plan\n**now**");
  const changed = await chat.update({ channel: town, ts: posted.ts, markdown_text: "_done_" });
  assert.equal(changed.message.blocks[0].text, "_done_");
  const both = chat.postMessage({ channel: town, text: "a", markdown_text: "b" });
  assert.equal(await refusal(both), "markdown_text_conflict");
  const long = chat.postMessage({ channel: town, markdown_text: "x".repeat(12_001) });
  assert.equal(await refusal(long), "msg_too_long");
});

test("a permalink of a reply names its thread", async () => {
  const root = await bob.web.chat.postMessage({ channel: town, text: "root" });
  const reply = await bob.web.chat.postMessage({ channel: town, text: "re", thread_ts: root.ts });
  const link = await alice.web.chat.getPermalink({ channel: town, message_ts: reply.ts });
  assert.ok(link.permalink.endsWith(`/p${reply.ts.replace(".", "")}?thread_ts=${root.ts}&cid=${town}`));
});

test("who cannot be invited is named, and keeps nobody away if it is forced", async () => {
  const cy = await acme.operate("user.create", { name: "cy" });
  const di = await acme.operate("user.create", { name: "di" });
  await acme.operate("user.deactivate", { user: "di" });
  const channel = (await alice.web.conversations.create({ name: "team" })).channel.id;
  const users = [cy.user_id, di.user_id, "U000000000", alice.id].join(",");
  const invite = (force) => alice.web.conversations.invite({ channel, users, force });
  const errors = [
    { user: di.user_id, ok: false, error: "user_disabled" },
    { user: "U000000000", ok: false, error: "user_not_found" },
    { user: alice.id, ok: false, error: "cant_invite_self" },
  ];
  const members = async () => (await alice.web.conversations.members({ channel })).members;

  await assert.rejects(invite(false), (error) => {
    assert.equal(error.data.error, "user_not_found");
    assert.deepEqual(error.data.errors, errors.slice(1));
    return true;
  });
  assert.deepEqual(await members(), [alice.id]);
  const forced = await invite(true);
  assert.equal(forced.channel.id, channel);
  assert.deepEqual(forced.errors, errors);
  assert.deepEqual((await members()).sort(), [alice.id, cy.user_id].sort());
});

test("conversations.info tells people how far they have read", async () => {
  const channel = (await alice.web.conversations.create({ name: "news" })).channel.id;
  await bob.web.conversations.join({ channel });
  const first = await alice.web.chat.postMessage({ channel, text: "one" });
  await alice.web.chat.postMessage({ channel, text: "two" });
  await bob.web.conversations.mark({ channel, ts: first.ts });
  const { channel: seen } = await bob.web.conversations.info({ channel });
  assert.equal(seen.last_read, first.ts);
  assert.equal(seen.unread_count, 1);
  assert.equal(seen.unread_count_display, 1);
});

test("a cursor is good for its method and its workspace only", async () => {
  for (const text of ["one", "two", "three"]) await bob.web.chat.postMessage({ channel: town, text });
  const page = await bob.web.conversations.history({ channel: town, limit: 1 });
  const cursor = page.response_metadata.next_cursor;
  assert.equal((await bob.web.conversations.history({ channel: town, limit: 1, cursor })).messages.length, 1);
  assert.equal(await refusal(bob.web.conversations.members({ channel: town, cursor })), "invalid_cursor");
  const other = await newCompany();
  const channel = (await other.alice.web.conversations.create({ name: "town" })).channel.id;
  assert.equal(await refusal(other.alice.web.conversations.history({ channel, cursor })), "invalid_cursor");
});

test("times are taken as clocks give them", async () => {
  const channel = (await alice.web.conversations.create({ name: "clock" })).channel.id;
  const said = await alice.web.chat.postMessage({ channel, text: "tick" });
  const before = Number(said.ts) - 1;
  const reads = async (args) =>
    (await alice.web.conversations.history({ channel, ...args })).messages.map(({ text }) => text);
  for (const oldest of [`${Math.floor(before)}`, Math.floor(before), `${before}123456`, ""]) {
    assert.ok((await reads({ oldest })).includes("tick"), `${oldest}`);
  }
  assert.ok(!(await reads({ latest: `${Math.floor(before)}.5` })).includes("tick"));
  const wrong = alice.web.conversations.history({ channel, oldest: "yesterday" });
  assert.equal(await refusal(wrong), "invalid_ts_oldest");
});

test("reactions are listed page by page with a cursor", async () => {
  const { web } = bob;
  for (const text of ["one", "two", "three"]) {
    const { ts } = await web.chat.postMessage({ channel: town, text });
    await web.reactions.add({ channel: town, timestamp: ts, name: "tada" });
  }
  const texts = [];
  for await (const page of web.paginate("reactions.list", { limit: 2 })) {
    texts.push(page.items.map(({ message }) => message.text));
  }
  assert.deepEqual(texts, [["three", "two"], ["one"]]);
});

test("what is listed of messages has their addresses", async () => {
  const { web } = bob;
  const { ts } = await web.chat.postMessage({ channel: town, text: "listed" });
  const { permalink } = await web.chat.getPermalink({ channel: town, message_ts: ts });
  const item = { channel: town, timestamp: ts };
  await web.pins.add(item);
  await web.stars.add(item);
  await web.reactions.add({ ...item, name: "wave" });
  const first = async (list) => (await list).items[0].message.permalink;
  assert.equal(await first(web.pins.list({ channel: town })), permalink);
  assert.equal(await first(web.stars.list()), permalink);
  assert.equal(await first(web.reactions.list()), permalink);
  assert.equal((await web.reactions.get(item)).message.permalink, permalink);
  const { paging } = await web.stars.list();
  assert.deepEqual(paging, { count: 100, total: 1, page: 1, pages: 1, per_page: 100, spill: 0 });
});

test("a person's language is told to who asks", async () => {
  const asked = await bob.web.users.info({ user: alice.id, include_locale: true });
  assert.equal(asked.user.locale, "en-US");
  const { members } = await bob.web.users.list({ include_locale: true });
  assert.ok(members.every(({ locale }) => locale === "en-US"));
  const { user } = await bob.web.users.info({ user: alice.id });
  assert.equal("locale" in user, false);
});

test("with somebody who is deactivated no conversation begins", async () => {
  const { user_id: users } = await acme.operate("user.create", { name: "eve" });
  const before = await alice.web.conversations.open({ users });
  await acme.operate("user.deactivate", { user: "eve" });
  assert.equal(await refusal(bob.web.conversations.open({ users })), "user_disabled");
  assert.equal(
    await refusal(bob.web.conversations.open({ users: [alice.id, users].join(",") })),
    "user_disabled",
  );
  const post = bob.web.chat.postMessage({ channel: users, text: "hello?" });
  assert.equal(await refusal(post), "channel_not_found");
  const again = await alice.web.conversations.open({ users });
  assert.equal(again.channel.id, before.channel.id);
});

test("blocks that are wrong are told one by one, with their places", async () => {
  const blocks = [
    { type: "section", text: { type: "mrkdwn", text: "x".repeat(3001) } },
    { type: "divider" },
    { type: "header" },
  ];
  const errors = [
    "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    "missing required field: text [json-pointer:/blocks/2]",
  ];
  await assert.rejects(bob.web.chat.postMessage({ channel: town, text: "x", blocks }), ({ data }) => {
    assert.equal(data.error, "invalid_blocks");
    assert.deepEqual(data.errors, errors);
    assert.deepEqual(
      data.response_metadata.messages,
      errors.map((error) => `[ERROR] ${error}`),
    );
    return true;
  });
});

const rich = (...elements) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];

test("bare addresses become links, once, and are told as a block", async () => {
  const { chat, conversations } = bob.web;
  const said = "see https://a.test/x. or ann@a.test, `http://no.test` <https://b.test|b>";
  const kept =
    "see <https://a.test/x>. or <mailto:ann@a.test|ann@a.test>, `http://no.test` <https://b.test|b>";
  const posted = await chat.postMessage({ channel: town, text: said });
  assert.equal(posted.message.text, kept);
  const blocks = rich(
    { type: "text", text: "see " },
    { type: "link", url: "https://a.test/x" },
    { type: "text", text: ". or " },
    { type: "link", url: "mailto:ann@a.test", text: "ann@a.test" },
    { type: "text", text: ", " },
    { type: "text", text: "http://no.test", style: { code: true } },
    { type: "text", text: " " },
    { type: "link", url: "https://b.test", text: "b" },
  );
  assert.deepEqual(posted.message.blocks, blocks);
  const [read] = (await conversations.history({ channel: town, limit: 1 })).messages;
  assert.deepEqual(read.blocks, blocks);
  const again = await chat.update({ channel: town, ts: posted.ts, text: kept });
  assert.equal(again.text, kept);
  const bare = await chat.postMessage({ channel: town, text: "http://a.test", parse: "none" });
  assert.equal(bare.message.text, "http://a.test");
});

test("names become links where one asks for it", async () => {
  const { chat } = bob.web;
  await alice.web.conversations.create({ name: "hidden", is_private: true });
  const { usergroup } = await alice.web.usergroups.create({ name: "Crew", handle: "crew" });
  const text = "@alice, @crew. #town @here @nobody #hidden a@alice `@bob` <@U1|x>";
  const linked =
    `<@${alice.id}>, <!subteam^${usergroup.id}>. <#${town}|town> <!here> ` +
    "@nobody #hidden a@alice `@bob` <@U1|x>";
  const post = async (args) =>
    (await chat.postMessage({ channel: town, text, ...args })).message.text;
  assert.equal(await post({}), text);
  assert.equal(await post({ link_names: true }), linked);
  assert.equal(await post({ parse: "full" }), linked);
  const guest = await acme.operate("user.create", { name: "gus", role: "guest" });
  const gus = client(guest.token);
  const own = (await gus.conversations.open({ users: guest.user_id })).channel.id;
  const his = await gus.chat.postMessage({ channel: own, text: "@alice @gus", link_names: true });
  assert.equal(his.message.text, `@alice <@${guest.user_id}>`);
});

test("who said what a channel is for, and when, is told; the lines say it in fields", async () => {
  const { conversations } = alice.web;
  const channel = (await conversations.create({ name: "plans" })).channel.id;
  const { channel: fresh } = await conversations.info({ channel });
  assert.deepEqual(fresh.topic, { value: "", creator: "", last_set: 0 });
  await bob.web.conversations.join({ channel });
  const before = Math.floor(Date.now() / 1000);
  await bob.web.conversations.setTopic({ channel, topic: "where to: <go>" });
  await alice.web.conversations.setPurpose({ channel, purpose: "travel" });
  await alice.web.conversations.rename({ channel, name: "journeys" });
  const { channel: now } = await conversations.info({ channel });
  assert.equal(now.topic.creator, bob.id);
  assert.equal(now.purpose.creator, alice.id);
  assert.ok(now.topic.last_set >= before && now.topic.last_set <= before + 60);
  const [renamed, purpose, topic] = (await conversations.history({ channel, limit: 3 })).messages;
  assert.equal(renamed.old_name, "plans");
  assert.equal(renamed.name, "journeys");
  assert.equal(purpose.purpose, "travel");
  assert.equal(topic.topic, now.topic.value);
});

test("a group message is named after its people, a direct one says that they are gone", async () => {
  const cai = await acme.operate("user.create", { name: "cai" });
  const users = [bob.id, cai.user_id].join(",");
  const { channel } = await alice.web.conversations.open({ users, return_im: true });
  assert.equal(channel.name, "mpdm-alice--bob--cai-1");
  assert.equal(channel.name_normalized, "mpdm-alice--bob--cai-1");
  const { channel: im } = await bob.web.conversations.open({ users: cai.user_id, return_im: true });
  assert.equal(im.is_user_deleted, false);
  await acme.operate("user.deactivate", { user: "cai" });
  assert.equal((await bob.web.conversations.info({ channel: im.id })).channel.is_user_deleted, true);
  const { channel: still } = await bob.web.conversations.info({ channel: channel.id });
  assert.equal(still.name, "mpdm-alice--bob--cai-1");
});

test("everybody has a picture", async () => {
  const { profile } = (await alice.web.users.info({ user: bob.id })).user;
  for (const size of [24, 32, 48, 72, 192, 512]) {
    const drawn = await fetch(profile[`image_${size}`]);
    assert.equal(drawn.status, 200);
    assert.match(await drawn.text(), new RegExp(`width="${size}"`));
  }
  const { profile: hers } = (await alice.web.users.info({ user: alice.id })).user;
  assert.notEqual(hers.image_48, profile.image_48);
});

test("a text alone takes blocks away and leaves attachments, an empty list takes them away", async () => {
  const { chat } = bob.web;
  const blocks = [{ type: "divider" }];
  const attachments = [{ text: "details", color: "#36a64f" }];
  const { ts } = await chat.postMessage({ channel: town, text: "first", blocks, attachments });
  const update = async (args) => (await chat.update({ channel: town, ts, ...args })).message;
  const second = await update({ text: "second" });
  assert.equal(second.blocks[0].type, "rich_text");
  assert.equal(second.attachments[0].text, "details");
  const third = await update({ text: "third", attachments: [{ text: "others" }] });
  assert.deepEqual(third.attachments.map(({ text }) => text), ["others"]);
  const last = await update({ text: "last", attachments: [] });
  assert.equal(last.attachments, undefined);
});
