import assert from "node:assert/strict";
import { before, test } from "node:test";
import { WebSocket } from "ws";
import { client, newCompany, refusal } from "./company.mjs";

let acme;
let alice;
let bob;

before(async () => {
  acme = await newCompany();
  ({ alice, bob } = acme);
});

const newChannel = async (name, isPrivate = false) =>
  (await alice.web.conversations.create({ name, is_private: isPrivate })).channel.id;

test("auth.test says who one is, with the scopes in the headers", async () => {
  const answer = await alice.web.auth.test();
  assert.equal(answer.user_id, alice.id);
  assert.equal(answer.user, "alice");
  assert.match(answer.team_id, /^T[A-Z0-9]{2,}$/);
  assert.ok(answer.url.startsWith("http"));
  assert.ok(Array.isArray(answer.response_metadata.scopes));
});

test("api.test echoes arguments and errors", async () => {
  const answer = await alice.web.api.test({ foo: "bar" });
  assert.equal(answer.args.foo, "bar");
  assert.equal(await refusal(alice.web.api.test({ error: "my_error" })), "my_error");
});

test("a wrong token, no token and an unknown method have their codes", async () => {
  assert.equal(await refusal(client("xoxp-wrong").auth.test()), "invalid_auth");
  assert.equal(await refusal(client(undefined).auth.test()), "not_authed");
  assert.equal(await refusal(alice.web.apiCall("no.such.method")), "unknown_method");
  assert.equal(await refusal(alice.web.apiCall("channels.list")), "method_deprecated");
  const started = await alice.web.apiCall("rtm.start");
  assert.equal(started.warning, "method_deprecated");
  assert.match(started.url, /^ws/);
});

test("users.list and users.info give people in Slack's shape", async () => {
  const { members } = await alice.web.users.list();
  assert.deepEqual(
    members.map((member) => member.name).sort(),
    ["alice", "bob"].concat(members.filter((m) => m.is_bot).map((m) => m.name)).sort(),
  );
  const { user } = await alice.web.users.info({ user: bob.id });
  assert.equal(user.id, bob.id);
  assert.equal(user.profile.real_name, "Bob Brown");
  assert.equal(user.is_admin, false);
  assert.equal(user.deleted, false);
  assert.ok(Number.isInteger(user.updated));
  assert.equal(await refusal(alice.web.users.info({ user: "U000000000" })), "user_not_found");
});

test("the workspace, profiles and addresses of people", async () => {
  const { team } = await bob.web.team.info();
  assert.equal(team.domain, acme.slug);
  assert.match(team.id, /^T/);
  assert.equal(await refusal(bob.web.team.info({ team: "T000000000" })), "team_not_found");
  const { profile } = await alice.web.users.profile.get({ user: bob.id });
  assert.equal(profile.real_name, "Bob Brown");
  const email = `Alice@${acme.slug}.test`;
  assert.equal((await bob.web.users.lookupByEmail({ email })).user.id, alice.id);
  const unknown = `nobody@${acme.slug}.test`;
  assert.equal(await refusal(bob.web.users.lookupByEmail({ email: unknown })), "users_not_found");
});

test("the workspace as its admins know it", async () => {
  const { web } = alice;
  const { teams } = await bob.web.auth.teams.list({ include_icon: true });
  assert.deepEqual(
    teams.map(({ id, name }) => [id, name]),
    [[(await web.team.info()).team.id, acme.slug]],
  );
  assert.equal((await web.team.preferences.list()).allow_message_deletion, true);
  assert.equal((await web.team.billing.info()).plan, "plus");
  const { billable_info } = await web.team.billableInfo();
  assert.deepEqual(billable_info[bob.id], { billing_active: true });
  assert.equal(await refusal(bob.web.team.billableInfo()), "restricted_action");
  const email = `carl@${acme.slug}.test`;
  const password = "Works-at-Acme-2026";
  const carl = await acme.operate("user.create", { name: "carl", email, password });
  await fetch(`${process.env.PARLEY_URL}/api/client.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { logins } = await web.team.accessLogs();
  assert.deepEqual(
    logins.map(({ user_id, username }) => [user_id, username]),
    [[carl.user_id, "carl"]],
  );
  assert.ok(logins[0].date_first <= logins[0].date_last);
  assert.equal(await refusal(web.migration.exchange({ users: bob.id })), "not_enterprise_team");
});

test("people say who they are and what they are at, for a while", async () => {
  const { web } = bob;
  const status_expiration = Math.floor(Date.now() / 1000) + 3600;
  const set = await web.users.profile.set({
    profile: { title: "Builder", pronouns: "he/him", status_text: "building", status_expiration },
  });
  assert.equal(set.username, "bob");
  assert.equal(set.profile.status_emoji, ":speech_balloon:");
  const named = await web.users.profile.set({ name: "display_name", value: "Bobby" });
  assert.equal(named.profile.display_name, "Bobby");
  const { profile } = await alice.web.users.profile.get({ user: bob.id });
  assert.equal(profile.title, "Builder");
  assert.equal(profile.pronouns, "he/him");
  assert.equal(profile.status_text, "building");
  assert.equal(profile.status_expiration, status_expiration);
  const byAdmin = await alice.web.users.profile.set({ user: bob.id, profile: { title: "Mason" } });
  assert.equal(byAdmin.profile.title, "Mason");
  const edit = (who, given) => refusal(who.web.users.profile.set(given));
  assert.equal(await edit(bob, { user: alice.id, profile: { title: "x" } }), "not_admin");
  assert.equal(await edit(alice, { user: "U000000000", profile: {} }), "user_not_found");
  assert.equal(await edit(bob, { profile: { status_text: "x".repeat(101) } }), "too_long");
  assert.equal(await edit(bob, { profile: "no object" }), "invalid_profile");
  assert.equal(await edit(bob, { name: "no_such_field", value: "x" }), "invalid_profile");
});

test("people are not to be disturbed by a schedule or for a while", async () => {
  const { web } = bob;
  assert.deepEqual(await dndOf(web), { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1, snooze_enabled: false });
  const snooze = await web.dnd.setSnooze({ num_minutes: 60 });
  assert.equal(snooze.snooze_enabled, true);
  assert.equal(snooze.snooze_remaining, 3600);
  assert.equal(snooze.snooze_is_indefinite, false);
  assert.ok(Math.abs(snooze.snooze_endtime - Date.now() / 1000 - 3600) < 30);
  assert.equal((await dndOf(web)).snooze_endtime, snooze.snooze_endtime);
  const seen = await dndOf(alice.web, bob.id);
  assert.equal(seen.dnd_enabled, true);
  assert.equal(seen.next_dnd_end_ts, snooze.snooze_endtime);
  assert.equal("snooze_enabled" in seen, false);
  const { users } = await alice.web.dnd.teamInfo({ users: `${alice.id},${bob.id}` });
  assert.deepEqual(users[bob.id], seen);
  assert.equal(users[alice.id].dnd_enabled, false);
  assert.equal((await web.dnd.endSnooze()).snooze_enabled, false);
  assert.equal(await refusal(web.dnd.endSnooze()), "snooze_end_failed");
  assert.equal(await refusal(web.dnd.endDnd()), "not_in_dnd");

  const { ok, ...nights } = await web.apiCall("client.dnd.get");
  assert.deepEqual([nights.enabled, nights.start, nights.end], [false, "22:00", "08:00"]);
  assert.equal(nights.days.length, 7);
  await web.users.profile.set({ name: "tz", value: "Asia/Kolkata" });
  const now = new Date(Date.now() + 5.5 * 3600_000);
  const hour = (plus) => `${String((now.getUTCHours() + plus) % 24).padStart(2, "0")}:00`;
  const days = "monday,tuesday,wednesday,thursday,friday,saturday,sunday";
  const set = { enabled: true, start: hour(0), end: hour(2), days };
  assert.equal((await web.apiCall("client.dnd.set", set)).start, hour(0));
  const span = await dndOf(web);
  assert.equal(span.dnd_enabled, true);
  assert.equal(span.next_dnd_end_ts - span.next_dnd_start_ts, 7200);
  assert.ok(span.next_dnd_start_ts <= Date.now() / 1000);
  await web.dnd.endDnd();
  assert.equal((await dndOf(web)).next_dnd_start_ts, span.next_dnd_start_ts + 86400);
  const off = await web.apiCall("client.dnd.set", { enabled: false });
  assert.deepEqual([off.enabled, off.start], [false, hour(0)]);

  assert.equal(await refusal(web.dnd.setSnooze({ num_minutes: 0 })), "snooze_failed");
  assert.equal(await refusal(web.dnd.setSnooze({ num_minutes: 600_000 })), "too_long");
  assert.equal(await refusal(web.apiCall("dnd.setSnooze")), "missing_duration");
  assert.equal(await refusal(web.dnd.info({ user: "U000000000" })), "user_not_found");
  assert.equal(await refusal(web.dnd.teamInfo({ users: "U000000000" })), "user_not_visible");
  assert.equal(await refusal(web.apiCall("dnd.teamInfo")), "no_users_provided");
  const bad = web.apiCall("client.dnd.set", { enabled: true, start: "25:00" });
  assert.equal(await refusal(bad), "invalid_arguments");
});

async function dndOf(web, user) {
  const { ok, response_metadata, ...status } = await web.dnd.info(user ? { user } : {});
  return status;
}

test("profiles have the fields that admins define", async () => {
  const define = async (web, fields) =>
    (await web.apiCall("client.team.profile.set", { fields: JSON.stringify(fields) })).profile.fields;
  const site = { label: "Site", type: "options_list", possible_values: ["Graz", "Linz"] };
  const made = await define(alice.web, [{ label: "Team", hint: "Who with", type: "text" }, site]);
  assert.match(made[0].id, /^Xf[A-Z0-9]+$/);
  assert.deepEqual(made[1].possible_values, ["Graz", "Linz"]);
  const turned = await define(alice.web, [{ ...made[1], is_hidden: true }, made[0]]);
  assert.deepEqual(turned.map((field) => [field.id, field.ordering, field.is_hidden]), [
    [made[1].id, 0, true],
    [made[0].id, 1, false],
  ]);
  const { profile } = await bob.web.team.profile.get({ visibility: "visible" });
  assert.deepEqual(profile.fields.map((field) => field.label), ["Team"]);

  const [hidden, team] = turned.map((field) => field.id);
  const set = await bob.web.users.profile.set({
    profile: { fields: { [team]: { value: "Crew", alt: "" }, [hidden]: { value: "Linz", alt: "" } } },
  });
  assert.deepEqual(set.profile.fields, { [team]: { value: "Crew", alt: "" } });
  await bob.web.users.profile.set({ name: team, value: "Ops" });
  const labelled = await alice.web.users.profile.get({ user: bob.id, include_labels: true });
  assert.deepEqual(labelled.profile.fields, { [team]: { value: "Ops", alt: "", label: "Team" } });
  const edit = (given) => refusal(bob.web.users.profile.set(given));
  assert.equal(await edit({ name: hidden, value: "Wien" }), "invalid_profile");
  assert.equal(await edit({ name: "Xf0000000000000", value: "x" }), "invalid_profile");
  assert.equal(await edit({ name: team, value: "x".repeat(501) }), "too_long");
  assert.equal(await refusal(define(bob.web, [])), "not_admin");
  assert.equal(await refusal(define(alice.web, [{ ...made[0], id: "Xf1" }])), "field_not_found");
  assert.deepEqual(await define(alice.web, []), []);
  assert.equal((await bob.web.users.profile.get({})).profile.fields, null);
});

test("who one is, as far as the token may know", async () => {
  const tokenOf = async (scopes) =>
    client((await acme.operate("token.create", { user: "alice", scopes })).token).users.identity();
  const basic = await tokenOf("identity.basic");
  assert.deepEqual(basic.user, { name: "Alice Adams", id: alice.id });
  assert.deepEqual(Object.keys(basic.team), ["id"]);
  const more = await tokenOf("identity.basic,identity.email,identity.avatar,identity.team");
  assert.equal(more.user.email, `alice@${acme.slug}.test`);
  assert.deepEqual(more.team, { name: acme.slug, id: basic.team.id });
  assert.equal(await refusal(tokenOf("users:read")), "missing_scope");
});

test("who has a connection is there, unless they say otherwise", async () => {
  const presence = async () => (await alice.web.users.getPresence({ user: bob.id })).presence;
  assert.equal(await presence(), "away");
  const { url } = await bob.web.rtm.connect();
  const socket = new WebSocket(url);
  await new Promise((resolve) => (socket.onmessage = resolve));
  assert.equal(await presence(), "active");
  await bob.web.users.setPresence({ presence: "away" });
  assert.equal(await presence(), "away");
  const own = await bob.web.users.getPresence({});
  assert.deepEqual(
    [own.presence, own.online, own.auto_away, own.manual_away, own.connection_count],
    ["away", true, false, true, 1],
  );
  await bob.web.users.setPresence({ presence: "auto" });
  await bob.web.apiCall("users.setActive");
  assert.equal(await presence(), "active");
  socket.close();
  const set = bob.web.users.setPresence({ presence: "elsewhere" });
  assert.equal(await refusal(set), "invalid_presence");
  assert.equal(await refusal(bob.web.users.getPresence({ user: "U000000000" })), "user_not_found");
});

test("a message has an address that the page answers at", async () => {
  const channel = await newChannel("addresses");
  const { ts } = await alice.web.chat.postMessage({ channel, text: "find me" });
  const { permalink } = await alice.web.chat.getPermalink({ channel, message_ts: ts });
  assert.ok(permalink.endsWith(`/archives/${channel}/p${ts.replace(".", "")}`), permalink);
  assert.equal((await fetch(permalink)).status, 200);
  const gone = alice.web.chat.getPermalink({ channel, message_ts: "1700000000.000001" });
  assert.equal(await refusal(gone), "message_not_found");
});

test("a channel's life: create, join, describe, rename, archive, open, leave", async () => {
  const created = (await alice.web.conversations.create({ name: "life" })).channel;
  const channel = created.id;
  assert.match(channel, /^C[A-Z0-9]{8,}$/);
  assert.equal(created.creator, alice.id);
  assert.equal(await refusal(alice.web.conversations.create({ name: "life" })), "name_taken");

  const joined = await bob.web.conversations.join({ channel });
  assert.equal(joined.channel.is_member, true);
  const topic = await bob.web.conversations.setTopic({ channel, topic: "all of it" });
  assert.equal(topic.channel.topic.value, "all of it");
  const purpose = await bob.web.conversations.setPurpose({ channel, purpose: "living" });
  assert.equal(purpose.channel.purpose.value, "living");
  const renamed = await alice.web.conversations.rename({ channel, name: "afterlife" });
  assert.equal(renamed.channel.name, "afterlife");
  const info = (await bob.web.conversations.info({ channel, include_num_members: true })).channel;
  assert.equal(info.name, "afterlife");
  assert.equal(info.num_members, 2);
  assert.equal(info.topic.value, "all of it");

  await alice.web.conversations.archive({ channel });
  assert.equal(await refusal(bob.web.chat.postMessage({ channel, text: "x" })), "is_archived");
  await alice.web.conversations.unarchive({ channel });
  await bob.web.conversations.leave({ channel });
  const { members } = await alice.web.conversations.members({ channel });
  assert.deepEqual(members, [alice.id]);
  const history = (await alice.web.conversations.history({ channel })).messages;
  assert.deepEqual(history.map((message) => message.subtype).reverse(), [
    "channel_join",
    "channel_topic",
    "channel_purpose",
    "channel_name",
    "channel_archive",
    "channel_unarchive",
    "channel_leave",
  ]);
});

test("admins say who may post in a channel and who sees it", async () => {
  const channel = await newChannel("announcements");
  await bob.web.conversations.join({ channel });
  const { conversations } = alice.web.admin;
  const prefs = { who_can_post: "type:admin", can_thread: { type: ["everyone"] } };
  await conversations.setConversationPrefs({ channel_id: channel, prefs: JSON.stringify(prefs) });
  const read = await conversations.getConversationPrefs({ channel_id: channel });
  assert.deepEqual(read.prefs.who_can_post, { type: ["admin"], user: [] });
  assert.deepEqual(read.prefs.can_thread, { type: ["everyone"], user: [] });
  const { ts } = await alice.web.chat.postMessage({ channel, text: "news" });
  const says = (more) => bob.web.chat.postMessage({ channel, text: "me too", ...more });
  assert.equal(await refusal(says({})), "restricted_action_thread_only_channel");
  assert.equal((await says({ thread_ts: ts })).message.thread_ts, ts);
  const whispers = (more) =>
    bob.web.chat.postEphemeral({ channel, user: alice.id, text: "psst", ...more });
  assert.equal(await refusal(whispers({})), "restricted_action_thread_only_channel");
  assert.equal((await whispers({ thread_ts: ts })).ok, true);
  const shown = (await bob.web.conversations.info({ channel })).channel.properties;
  assert.deepEqual(shown.posting_restricted_to, { type: ["admin"], user: [] });

  const named = JSON.stringify({ who_can_post: `type:owner,user:${bob.id}` });
  await conversations.setConversationPrefs({ channel_id: channel, prefs: named });
  assert.equal((await says({})).ok, true);
  const odd = JSON.stringify({ who_can_post: "type:king" });
  const wrong = conversations.setConversationPrefs({ channel_id: channel, prefs: odd });
  assert.equal(await refusal(wrong), "could_not_set_channel_pref");
  const presumed = bob.web.admin.conversations.convertToPrivate({ channel_id: channel });
  assert.equal(await refusal(presumed), "restricted_action");

  await bob.web.conversations.leave({ channel });
  await conversations.convertToPrivate({ channel_id: channel });
  assert.equal(await refusal(bob.web.conversations.info({ channel })), "channel_not_found");
  assert.equal((await alice.web.conversations.info({ channel })).channel.is_private, true);
  await conversations.convertToPublic({ channel_id: channel });
  assert.equal((await bob.web.conversations.info({ channel })).channel.is_private, false);
});

test("people are invited to private channels and removed from them", async () => {
  const channel = await newChannel("council", true);
  assert.equal(await refusal(bob.web.conversations.info({ channel })), "channel_not_found");
  const invited = await alice.web.conversations.invite({ channel, users: bob.id });
  assert.equal(invited.channel.id, channel);
  assert.equal((await bob.web.conversations.info({ channel })).channel.is_private, true);
  await alice.web.conversations.kick({ channel, user: bob.id });
  assert.equal(await refusal(bob.web.conversations.history({ channel })), "channel_not_found");
});

test("messages are posted, changed, deleted and read", async () => {
  const channel = await newChannel("messages");
  const posted = await alice.web.chat.postMessage({ channel, text: "first & <only>" });
  assert.match(posted.ts, /^\d{10}\.\d{6}$/);
  assert.equal(posted.channel, channel);
  assert.equal(posted.message.user, alice.id);
  const updated = await alice.web.chat.update({ channel, ts: posted.ts, text: "second" });
  assert.equal(updated.text, "second");
  const [read] = (await alice.web.conversations.history({ channel, limit: 1 })).messages;
  assert.equal(read.text, "second");
  assert.equal(read.edited.user, alice.id);
  assert.equal(
    await refusal(bob.web.chat.update({ channel, ts: posted.ts, text: "mine" })),
    "cant_update_message",
  );
  const marked = await alice.web.conversations.mark({ channel, ts: posted.ts });
  assert.equal(marked.ok, true);
  await alice.web.chat.delete({ channel, ts: posted.ts });
  assert.equal(
    await refusal(alice.web.chat.delete({ channel, ts: posted.ts })),
    "message_not_found",
  );
  assert.equal(await refusal(alice.web.chat.postMessage({ channel, text: "" })), "no_text");
});

test("threads: replies, broadcasts, counts on the root, tombstones", async () => {
  const channel = await newChannel("threads");
  await bob.web.conversations.join({ channel });
  const say = (who, text, more = {}) => who.web.chat.postMessage({ channel, text, ...more });
  const root = await say(alice, "root");
  const first = await say(bob, "one", { thread_ts: root.ts });
  assert.equal(first.message.thread_ts, root.ts);
  assert.equal(first.message.parent_user_id, alice.id);
  const loud = await say(bob, "two", { thread_ts: first.ts, reply_broadcast: true });
  assert.equal(loud.message.subtype, "thread_broadcast");
  assert.equal(loud.message.thread_ts, root.ts);
  const { messages } = await alice.web.conversations.history({ channel });
  const broadcast = messages.find(({ ts }) => ts === loud.ts);
  assert.equal(broadcast.root.text, "root");
  assert.ok(!messages.some(({ ts }) => ts === first.ts));
  const parent = messages.find(({ ts }) => ts === root.ts);
  assert.equal(parent.reply_count, 2);
  assert.deepEqual(parent.reply_users, [bob.id]);
  assert.equal(parent.latest_reply, loud.ts);

  const read = [];
  for await (const page of alice.web.paginate("conversations.replies", {
    channel,
    ts: root.ts,
    limit: 2,
  })) {
    read.push(...page.messages);
  }
  assert.deepEqual(read.map(({ text }) => text), ["root", "one", "two"]);
  assert.equal(read[0].subscribed, true);
  assert.equal(read[0].is_locked, false);
  const alone = await say(alice, "alone");
  const single = await alice.web.conversations.replies({ channel, ts: alone.ts });
  assert.deepEqual(single.messages.map(({ text }) => text), ["alone"]);
  assert.equal(
    await refusal(alice.web.conversations.replies({ channel, ts: "1700000000.000001" })),
    "thread_not_found",
  );
  assert.equal(
    await refusal(say(alice, "to nobody", { thread_ts: "1700000000.000001" })),
    "cannot_reply_to_message",
  );
  await alice.web.chat.delete({ channel, ts: root.ts });
  const after = (await alice.web.conversations.history({ channel })).messages;
  assert.equal(after.find(({ ts }) => ts === root.ts).subtype, "tombstone");
});

test("reactions are added, read, listed and removed", async () => {
  const channel = await newChannel("reactions");
  await bob.web.conversations.join({ channel });
  const { ts: timestamp } = await alice.web.chat.postMessage({ channel, text: "shipped" });
  const on = { channel, timestamp };
  await alice.web.reactions.add({ ...on, name: "tada" });
  await bob.web.reactions.add({ ...on, name: ":tada:" });
  await bob.web.reactions.add({ ...on, name: "wave::skin-tone-3" });
  const { message } = await alice.web.reactions.get(on);
  assert.deepEqual(message.reactions, [
    { name: "tada", users: [alice.id, bob.id], count: 2 },
    { name: "wave::skin-tone-3", users: [bob.id], count: 1 },
  ]);
  const { items, paging } = await alice.web.reactions.list({ user: bob.id });
  assert.equal(items[0].message.text, "shipped");
  assert.equal(paging.total, 1);
  await bob.web.reactions.remove({ ...on, name: "tada" });
  const [read] = (await alice.web.conversations.history({ channel, limit: 1 })).messages;
  assert.deepEqual(read.reactions[0], { name: "tada", users: [alice.id], count: 1 });
  const add = (name, more = {}) => refusal(alice.web.reactions.add({ ...on, name, ...more }));
  assert.equal(await add("tada"), "already_reacted");
  for (const name of ["no such emoji!", "nonsense", "tada::skin-tone-2", "wave::skin-tone-9", ""]) {
    assert.equal(await add(name), "invalid_name", name);
  }
  for (const name of ["thumbsup::skin-tone-6", "flag-de", "face_palm"]) {
    await alice.web.reactions.add({ ...on, name });
  }
  assert.equal(await add("tada", { timestamp: "never" }), "bad_timestamp");
  assert.equal(await refusal(alice.web.reactions.remove({ ...on, name: "eyes" })), "no_reaction");
});

test("messages are pinned, listed and taken down", async () => {
  const channel = await newChannel("pins");
  await bob.web.conversations.join({ channel });
  const { ts: timestamp } = await alice.web.chat.postMessage({ channel, text: "the plan" });
  const { ts: other } = await alice.web.chat.postMessage({ channel, text: "the map" });
  await bob.web.pins.add({ channel, timestamp });
  await alice.web.pins.add({ channel, timestamp: other });
  const { items } = await bob.web.pins.list({ channel });
  assert.deepEqual(items.map(({ message }) => message.text), ["the map", "the plan"]);
  assert.equal(items[1].type, "message");
  assert.equal(items[1].channel, channel);
  assert.equal(items[1].created_by, bob.id);
  assert.ok(Math.abs(items[1].created - Date.now() / 1000) < 60);
  assert.deepEqual(items[1].message.pinned_to, [channel]);
  const history = await bob.web.conversations.history({ channel });
  assert.equal(history.pin_count, 2);
  const empty = await bob.web.conversations.history({ channel, latest: "1000000000.000000" });
  assert.deepEqual([empty.messages, empty.pin_count], [[], 2]);
  const [line] = history.messages;
  const read = ({ text }) => history.messages.find((message) => message.text === text);
  assert.equal(line.subtype, "pinned_item");
  assert.equal(line.text, `<@${alice.id}> pinned a message to this channel.`);
  assert.deepEqual(read({ text: "the map" }).pinned_to, [channel]);
  assert.equal(line.pinned_to, undefined);
  const add = (more) => refusal(bob.web.pins.add({ channel, timestamp, ...more }));
  assert.equal(await add({}), "already_pinned");
  assert.equal(await add({ timestamp: "never" }), "bad_timestamp");
  assert.equal(await add({ timestamp: "1000000000.000001" }), "message_not_found");
  assert.equal(await add({ timestamp: line.ts }), "not_pinnable");
  assert.equal(await add({ channel: "C000000000" }), "channel_not_found");
  assert.equal(await refusal(bob.web.apiCall("pins.add", { channel })), "no_item_specified");
  await alice.web.pins.remove({ channel, timestamp });
  assert.equal(await refusal(bob.web.pins.remove({ channel, timestamp })), "not_pinned");
  await alice.web.chat.delete({ channel, ts: other });
  assert.deepEqual((await bob.web.pins.list({ channel })).items, []);
});

test("links are put up in a channel, changed, listed and taken down", async () => {
  const channel_id = await newChannel("bookmarks");
  await bob.web.conversations.join({ channel: channel_id });
  const link = "https://wiki.test/plan";
  const given = { channel_id, title: "Plan", type: "link", link, emoji: ":eyes:" };
  const { bookmark } = await alice.web.bookmarks.add(given);
  assert.match(bookmark.id, /^Bk[A-Z0-9]{8,}$/);
  assert.deepEqual(
    [bookmark.channel_id, bookmark.title, bookmark.link, bookmark.emoji, bookmark.type],
    [channel_id, "Plan", link, ":eyes:", "link"],
  );
  assert.equal(bookmark.date_updated, 0);
  const mail = { channel_id, title: "Us", type: "link", link: "mailto:us@wiki.test" };
  const second = (await bob.web.bookmarks.add(mail)).bookmark;
  const at = { channel_id, bookmark_id: bookmark.id };
  const edited = (await bob.web.bookmarks.edit({ ...at, title: "Old plan" })).bookmark;
  assert.equal(edited.link, link);
  assert.equal(edited.last_updated_by_user_id, bob.id);
  assert.ok(edited.date_updated > 0);
  const { bookmarks } = await alice.web.bookmarks.list({ channel_id });
  assert.deepEqual(bookmarks.map(({ title }) => title), ["Old plan", "Us"]);
  assert.ok(bookmarks[0].rank < bookmarks[1].rank);
  assert.equal(bookmarks[0].emoji, ":eyes:");
  assert.equal((await bob.web.bookmarks.edit({ ...at, emoji: "" })).bookmark.emoji, undefined);
  const add = (more) => refusal(alice.web.bookmarks.add({ ...given, ...more }));
  assert.equal(await add({ link: "javascript:alert(1)" }), "invalid_link");
  assert.equal(await add({ type: "file" }), "invalid_bookmark_type");
  assert.equal(await add({ emoji: "no emoji" }), "invalid_emoji");
  assert.equal(await add({ channel_id: "C000000000" }), "channel_not_found");
  await alice.web.bookmarks.remove({ channel_id, bookmark_id: second.id });
  const gone = { channel_id, bookmark_id: second.id };
  assert.equal(await refusal(alice.web.bookmarks.remove(gone)), "not_found");
});

test("messages and channels are saved for later", async () => {
  const channel = await newChannel("stars");
  const { ts: timestamp } = await alice.web.chat.postMessage({ channel, text: "read this" });
  const { ts: second } = await alice.web.chat.postMessage({ channel, text: "and this" });
  const { web } = bob;
  await web.stars.add({ channel, timestamp });
  await web.stars.add({ channel, timestamp: second });
  await web.stars.add({ channel });
  const { items, paging } = await web.stars.list();
  assert.deepEqual(items.map(({ type }) => type), ["channel", "message", "message"]);
  assert.equal(items[2].message.text, "read this");
  assert.equal(items[2].channel, channel);
  assert.ok(Math.abs(items[2].date_create - Date.now() / 1000) < 60);
  assert.equal(paging.total, 3);
  const first = await web.stars.list({ limit: 2 });
  assert.equal(first.items.length, 2);
  const cursor = first.response_metadata.next_cursor;
  const rest = await web.stars.list({ limit: 2, cursor });
  assert.equal(rest.items[0].message.text, "read this");
  assert.ok(!rest.response_metadata?.next_cursor);
  const numbered = await web.stars.list({ count: 2, page: 2 });
  assert.equal(numbered.items[0].message.text, "read this");
  assert.deepEqual((await alice.web.stars.list()).items, []);
  const add = (more) => refusal(web.stars.add({ channel, timestamp, ...more }));
  assert.equal(await add({}), "already_starred");
  assert.equal(await add({ timestamp: "never" }), "bad_timestamp");
  assert.equal(await add({ timestamp: "1000000000.000001" }), "message_not_found");
  assert.equal(await add({ channel: "C000000000" }), "channel_not_found");
  assert.equal(await refusal(web.stars.add({ timestamp })), "no_item_specified");
  await web.stars.remove({ channel, timestamp });
  assert.equal(await refusal(web.stars.remove({ channel, timestamp })), "not_starred");
  await web.stars.remove({ channel });
  assert.equal((await web.stars.list()).items.length, 1);
});

test("what one says of oneself is a message, what one whispers is kept nowhere", async () => {
  const channel = await newChannel("me-and-you");
  await bob.web.conversations.join({ channel });
  const me = await alice.web.chat.meMessage({ channel, text: "waves" });
  assert.equal(me.channel, channel);
  const whisper = { channel, user: bob.id, text: "psst" };
  const { message_ts } = await alice.web.chat.postEphemeral(whisper);
  assert.match(message_ts, /^\d{10}\.\d{6}$/);
  const { messages } = await bob.web.conversations.history({ channel });
  assert.deepEqual(
    messages.filter(({ subtype }) => subtype !== "channel_join").map((m) => [m.ts, m.subtype, m.text]),
    [[me.ts, "me_message", "waves"]],
  );
  const text = "waves again";
  assert.equal((await alice.web.chat.update({ channel, ts: me.ts, text })).text, text);
  const say = (more) => refusal(alice.web.chat.meMessage({ channel, text: "x", ...more }));
  assert.equal(await say({ text: "" }), "no_text");
  assert.equal(await say({ channel: "C000000000" }), "channel_not_found");
  const show = (more) => refusal(alice.web.chat.postEphemeral({ ...whisper, ...more }));
  assert.equal(await show({ user: "U000000000" }), "user_not_in_channel");
  assert.equal(await show({ text: "" }), "no_text");
  assert.equal(await show({ thread_ts: "1000000000.000001" }), "cannot_reply_to_message");
});

test("reminders are added, listed, told by the built-in bot, done with and forgotten", async () => {
  const { web } = bob;
  const soon = String(Math.ceil(Date.now() / 1000) + 2);
  const { reminder } = await web.reminders.add({ text: "stretch", time: soon });
  assert.match(reminder.id, /^Rm[A-Z0-9]{8,}$/);
  assert.deepEqual(
    [reminder.creator, reminder.user, reminder.text, reminder.recurring, reminder.complete_ts],
    [bob.id, bob.id, "stretch", false, 0],
  );
  assert.equal(reminder.time, Number(soon));
  const weekly = (await web.reminders.add({ text: "report", time: "every Tuesday at 9am" })).reminder;
  assert.equal(weekly.recurring, true);
  assert.equal(weekly.time, undefined);
  assert.deepEqual(weekly.recurrence, { frequency: "weekly", weekdays: ["tuesday"] });
  const recurrence = { frequency: "daily" };
  const daily = (await web.reminders.add({ text: "water", time: "in 3 hours", recurrence })).reminder;
  assert.equal(daily.recurrence.frequency, "daily");
  const { reminders } = await web.reminders.list();
  assert.deepEqual(reminders.map(({ text }) => text), ["water", "report", "stretch"]);
  const told = async () => {
    const { channels } = await web.conversations.list({ types: "im" });
    for (const { id } of channels) {
      const { messages } = await web.conversations.history({ channel: id });
      const found = messages.find(({ text }) => text === "Reminder: stretch");
      if (found) return found;
    }
    return undefined;
  };
  let message;
  const until = Date.now() + 20_000;
  while (message === undefined && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    message = await told();
  }
  const { user } = await alice.web.users.info({ user: message.user });
  assert.deepEqual([user.name, user.is_bot], ["parleybot", true]);
  await web.reminders.complete({ reminder: reminder.id });
  const done = (await web.reminders.info({ reminder: reminder.id })).reminder;
  assert.ok(done.complete_ts > 0);
  const complete = (id) => refusal(web.reminders.complete({ reminder: id }));
  assert.equal(await complete(weekly.id), "cannot_complete_recurring");
  assert.equal(await complete("Rm00000000"), "not_found");
  await web.reminders.delete({ reminder: weekly.id });
  assert.equal(await refusal(web.reminders.info({ reminder: weekly.id })), "not_found");
  const add = (more) => refusal(web.reminders.add({ text: "x", time: "tomorrow", ...more }));
  assert.equal(await add({ time: "someday" }), "cannot_parse");
  assert.equal(await add({ user: alice.id }), "cannot_add_others");
  assert.equal(await add({ user: message.user }), "cannot_add_slackbot");
  assert.equal(await add({ user: "U000000000" }), "user_not_found");
  assert.equal(await refusal(alice.web.reminders.info({ reminder: daily.id })), "not_found");
});

test("messages are scheduled, listed, taken back and posted", async () => {
  const channel = await newChannel("scheduled");
  const now = Math.floor(Date.now() / 1000);
  const schedule = (more) =>
    alice.web.chat.scheduleMessage({ channel, text: "later", post_at: now + 3600, ...more });
  const far = await schedule({ text: "much later" });
  assert.match(far.scheduled_message_id, /^Q[A-Z0-9]{8,}$/);
  assert.equal(far.channel, channel);
  assert.equal(far.post_at, now + 3600);
  assert.equal(far.message.text, "much later");
  assert.equal(far.message.type, "delayed_message");
  await schedule({ post_at: now + 3601 });
  const listed = [];
  for await (const page of alice.web.paginate("chat.scheduledMessages.list", {
    channel,
    limit: 1,
  })) {
    listed.push(...page.scheduled_messages);
  }
  assert.deepEqual(listed.map(({ text }) => text), ["much later", "later"]);
  assert.equal(listed[0].id, far.scheduled_message_id);
  assert.equal(listed[0].channel_id, channel);
  assert.ok(Math.abs(listed[0].date_created - now) < 60);
  const none = await bob.web.chat.scheduledMessages.list();
  assert.deepEqual(none.scheduled_messages, []);
  const cancel = { channel, scheduled_message_id: far.scheduled_message_id };
  assert.equal(
    await refusal(bob.web.chat.deleteScheduledMessage(cancel)),
    "invalid_scheduled_message_id",
  );
  assert.equal((await alice.web.chat.deleteScheduledMessage(cancel)).ok, true);
  assert.equal(
    await refusal(alice.web.chat.deleteScheduledMessage(cancel)),
    "invalid_scheduled_message_id",
  );
  assert.equal(await refusal(schedule({ post_at: now - 1 })), "time_in_past");
  assert.equal(await refusal(schedule({ post_at: now + 121 * 86400 })), "time_too_far");
  assert.equal(await refusal(schedule({ post_at: "soon" })), "invalid_time");
  assert.equal(await refusal(schedule({ text: "" })), "no_text");

  await schedule({ text: "soon", post_at: Math.floor(Date.now() / 1000) + 2 });
  const deadline = Date.now() + 20_000;
  let messages = [];
  while (!messages.some(({ text }) => text === "soon")) {
    assert.ok(Date.now() < deadline, "not posted in 20 s");
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ messages } = await alice.web.conversations.history({ channel }));
  }
  assert.equal(messages[0].user, alice.id);
});

test("blocks and attachments are kept, checked and replaced", async () => {
  const channel = await newChannel("blocks");
  const blocks = [
    { type: "section", text: { type: "mrkdwn", text: `ready, <@${bob.id}>?` } },
    { type: "divider" },
  ];
  const attachments = [{ color: "#36a64f", text: "details" }];
  const posted = await alice.web.chat.postMessage({ channel, text: "fallback", blocks, attachments });
  assert.deepEqual(posted.message.blocks, blocks);
  assert.equal(posted.message.attachments[0].id, 1);
  const [read] = (await alice.web.conversations.history({ channel, limit: 1 })).messages;
  assert.deepEqual(read.blocks, blocks);
  const update = await alice.web.chat.update({ channel, ts: posted.ts, text: "plain now" });
  const textless = await alice.web.chat.postMessage({ channel, blocks });
  assert.equal(textless.message.text, `ready, <@${bob.id}>?`);
  assert.deepEqual(update.message.blocks[0].elements[0].elements, [{ type: "text", text: "plain now" }]);
  const post = (given) => refusal(alice.web.chat.postMessage({ channel, text: "", ...given }));
  assert.equal(await post({ blocks: [{ type: "nonsense" }] }), "invalid_blocks");
  assert.equal(await post({ blocks: "{}" }), "invalid_blocks_format");
  assert.equal(await post({ blocks: Array(51).fill({ type: "divider" }) }), "invalid_blocks");
  assert.equal(await post({ attachments: Array(101).fill({}) }), "too_many_attachments");
  assert.equal(
    await post({ text: "x", metadata: { event_type: "a", event_payload: {} } }),
    "metadata_must_be_sent_from_app",
  );
});

test("search finds what one may see, with modifiers, pages and marks", async () => {
  const channel = await newChannel("search");
  const secret = await newChannel("search-secret", true);
  await bob.web.conversations.join({ channel });
  await alice.web.chat.postMessage({ channel, text: "the zebra crosses" });
  await alice.web.chat.postMessage({ channel: secret, text: "a secret zebra" });
  await bob.web.chat.postMessage({ channel, text: "another Zebra" });
  const found = await bob.web.search.messages({ query: "zebra", count: 1, highlight: true });
  assert.equal(found.messages.total, 2);
  assert.equal(found.messages.matches[0].text, "another \uE000Zebra\uE001");
  assert.equal(found.messages.matches[0].channel.id, channel);
  assert.equal(found.messages.matches[0].username, "bob");
  assert.equal(found.messages.pagination.page_count, 2);
  const hers = await bob.web.search.messages({ query: `zebra from:@alice in:<#${channel}>` });
  assert.deepEqual(hers.messages.matches.map(({ text }) => text), ["the zebra crosses"]);
  assert.equal((await alice.web.search.messages({ query: "zebra" })).messages.total, 3);
  const { ts: root } = await bob.web.chat.postMessage({ channel, text: "which animal" });
  await bob.web.chat.postMessage({ channel, text: "a giraffe", thread_ts: root });
  const replies = (await bob.web.search.messages({ query: "giraffe" })).messages.matches;
  assert.equal(new URL(replies[0].permalink).searchParams.get("thread_ts"), root);
  const { channel: direct } = await bob.web.conversations.open({ users: alice.id });
  const { ts } = await bob.web.chat.postMessage({ channel: direct.id, text: "feed the zebra" });
  await bob.web.reactions.add({ channel: direct.id, timestamp: ts, name: "eyes" });
  await bob.web.pins.add({ channel: direct.id, timestamp: ts });
  for (const query of ["to:me", "in:@bob", "has:pin", "has::eyes:"]) {
    const { messages } = await alice.web.search.messages({ query: `zebra ${query}` });
    assert.deepEqual(messages.matches.map(({ text }) => text), ["feed the zebra"], query);
  }
  assert.equal(await refusal(alice.web.search.messages({ query: "  " })), "no_query");
  const all = await bob.web.search.all({ query: "zebra" });
  assert.deepEqual([all.messages.total, all.files.total, all.posts.total], [3, 0, 0]);
  assert.deepEqual((await bob.web.search.files({ query: "zebra" })).files.matches, []);
});

test("a direct message is the same however it is opened", async () => {
  const opened = await alice.web.conversations.open({ users: bob.id, return_im: true });
  assert.match(opened.channel.id, /^D[A-Z0-9]{8,}$/);
  assert.equal(opened.channel.user, bob.id);
  const posted = await bob.web.chat.postMessage({ channel: alice.id, text: "hello" });
  assert.equal(posted.channel, opened.channel.id);
  const { messages } = await alice.web.conversations.history({ channel: opened.channel.id });
  assert.equal(messages[0].text, "hello");
});

test("a direct message is put away until something new is said", async () => {
  const { channel } = await alice.web.conversations.open({ users: bob.id });
  const close = () => alice.web.conversations.close({ channel: channel.id });
  const first = await close();
  assert.equal(first.already_closed, undefined);
  const again = await close();
  assert.deepEqual([again.no_op, again.already_closed], [true, true]);
  const opened = await alice.web.conversations.open({ channel: channel.id });
  assert.equal(opened.already_open, undefined);
  assert.equal((await alice.web.conversations.open({ users: bob.id })).already_open, true);
  await close();
  await bob.web.chat.postMessage({ channel: channel.id, text: "are you there?" });
  assert.equal((await close()).already_closed, undefined);
  const other = async (id) => refusal(alice.web.conversations.close({ channel: id }));
  assert.equal(await other("D000000000"), "channel_not_found");
  const open = await newChannel("cannot-be-closed");
  assert.equal(await other(open), "method_not_supported_for_channel_type");
});

test("groups of people are made, filled, renamed, disabled and named", async () => {
  const { usergroups } = alice.web;
  const made = (await usergroups.create({ name: "Night Crew", description: "awake" })).usergroup;
  const usergroup = made.id;
  assert.match(usergroup, /^S[A-Z0-9]{2,}$/);
  assert.equal(made.handle, "night-crew");
  assert.equal(made.user_count, 0);
  const filled = await usergroups.users.update({ usergroup, users: `${bob.id},${alice.id}` });
  assert.deepEqual(filled.usergroup.users.sort(), [alice.id, bob.id].sort());
  assert.deepEqual((await usergroups.users.list({ usergroup })).users.sort(), [alice.id, bob.id].sort());
  const renamed = await usergroups.update({ usergroup, name: "Day Crew", handle: "day" });
  assert.equal(renamed.usergroup.handle, "day");
  assert.equal(renamed.usergroup.description, "awake");
  const listed = (await usergroups.list({ include_users: true })).usergroups;
  assert.deepEqual(listed.map(({ id, user_count }) => [id, user_count]), [[usergroup, 2]]);
  const bare = (await usergroups.list()).usergroups;
  assert.equal(bare[0].users, undefined);
  await usergroups.disable({ usergroup });
  assert.deepEqual((await usergroups.list()).usergroups, []);
  const all = (await usergroups.list({ include_disabled: true })).usergroups;
  assert.equal(all[0].deleted_by, alice.id);
  assert.equal((await usergroups.enable({ usergroup })).usergroup.date_delete, 0);

  assert.equal(await refusal(usergroups.create({ name: "Day Crew" })), "name_already_exists");
  assert.equal(await refusal(usergroups.create({ name: "x", handle: "bob" })), "handle_already_exists");
  assert.equal(await refusal(usergroups.create({ name: "x", handle: "here" })), "forbidden_handle");
  assert.equal(await refusal(usergroups.create({ name: "x", handle: "a b" })), "bad_handle");
  assert.equal(await refusal(usergroups.create({ name: " " })), "missing_subteam_name");
  assert.equal(await refusal(usergroups.enable({ usergroup: "S000000000" })), "no_such_subteam");
  assert.equal(await refusal(usergroups.users.update({ usergroup, users: "" })), "no_users_provided");
  const foreign = usergroups.users.update({ usergroup, users: "U000000000" });
  assert.equal(await refusal(foreign), "invalid_users");
  assert.equal(await refusal(bob.web.usergroups.create({ name: "mine" })), "permission_denied");
});

test("fifty posts at once have ts of their own, and pages show each once while others post", async () => {
  const channel = await newChannel("busy");
  const texts = Array.from({ length: 50 }, (_, i) => `post ${i}`);
  const posted = await Promise.all(
    texts.map((text) => alice.web.chat.postMessage({ channel, text })),
  );
  assert.equal(new Set(posted.map((answer) => answer.ts)).size, 50);

  const seen = [];
  for await (const page of alice.web.paginate("conversations.history", { channel, limit: 7 })) {
    seen.push(...page.messages.filter((message) => message.subtype === undefined));
    await alice.web.chat.postMessage({ channel, text: "meanwhile" });
  }
  const read = seen.filter((message) => message.text !== "meanwhile");
  assert.deepEqual(read.map((message) => message.text).sort(), [...texts].sort());
  const order = seen.map((message) => message.ts);
  assert.deepEqual(order, [...order].sort().reverse());
});

test("conversations.list pages through what one may see", async () => {
  const names = [];
  const all = { types: "public_channel,private_channel", limit: 2 };
  for await (const page of bob.web.paginate("conversations.list", all)) {
    names.push(...page.channels.map((channel) => channel.name));
  }
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes("general") && names.includes("busy"));
  assert.ok(!names.includes("council"));
});

test("users.conversations lists what somebody is in, as far as one may see it", async () => {
  const channel = await newChannel("of-bob");
  const hidden = await newChannel("not-for-bob", true);
  await bob.web.conversations.join({ channel });
  const ids = async (who, args) => {
    const found = [];
    const all = { types: "public_channel,private_channel", limit: 1, ...args };
    for await (const page of who.web.paginate("users.conversations", all)) {
      found.push(...page.channels.map(({ id }) => id));
    }
    return found;
  };
  assert.ok((await ids(bob, {})).includes(channel));
  assert.ok((await ids(alice, { user: bob.id })).includes(channel));
  assert.ok((await ids(alice, {})).includes(hidden));
  assert.ok(!(await ids(bob, { user: alice.id })).includes(hidden));
  const list = (args) => refusal(alice.web.users.conversations(args));
  assert.equal(await list({ user: "U000000000" }), "user_not_found");
  assert.equal(await list({ types: "nonsense" }), "invalid_types");
});

test("what one has muted is left out if one asks for it", async () => {
  const channel = await newChannel("noisy");
  const mine = async (more) =>
    (await alice.web.users.conversations({ limit: 200, ...more })).channels.map(({ id }) => id);
  await alice.web.apiCall("client.conversations.mute", { channel, muted: true });
  assert.ok((await mine({})).includes(channel));
  assert.ok(!(await mine({ exclude_muted: true })).includes(channel));
  await alice.web.apiCall("client.conversations.mute", { channel, muted: false });
  assert.ok((await mine({ exclude_muted: true })).includes(channel));
});

test("people who are shut out are told so, and are remembered", async () => {
  const other = await newCompany();
  await other.operate("user.deactivate", { user: "bob" });
  assert.equal(await refusal(other.bob.web.auth.test()), "account_inactive");
  const { user } = await other.alice.web.users.info({ user: other.bob.id });
  assert.equal(user.deleted, true);
  await other.operate("user.reactivate", { user: "bob" });
  await other.operate("user.role", { user: "bob", role: "guest" });
  const { members } = await other.alice.web.users.list();
  assert.equal(members.find(({ id }) => id === other.bob.id).is_restricted, true);
});

test("an app takes itself out of use, and admins see what became of it", async () => {
  const manifest = JSON.stringify({ display_information: { name: "Passing" } });
  const made = await acme.operate("app.create", { manifest });
  const own = client(made.bot_token);
  const { client_id, client_secret } = made;
  const wrong = own.apps.uninstall({ client_id, client_secret: "x" });
  assert.equal(await refusal(wrong), "bad_client_secret");
  await own.apps.uninstall({ client_id, client_secret });
  assert.equal(await refusal(own.auth.test()), "account_inactive");
  const { logs } = await alice.web.team.integrationLogs({ app_id: made.app_id });
  assert.deepEqual(
    logs.map(({ change_type, user_id }) => [change_type, user_id]),
    [
      ["removed", made.bot_user_id],
      ["added", undefined],
    ],
  );
  const own_logs = bob.web.team.integrationLogs();
  assert.equal(await refusal(own_logs), "restricted_action");
});

test("people show themselves by a picture, in every size, until they take it away", async () => {
  const { web } = bob;
  // A red dot.
  const image = Buffer.from("R0lGODdhAQABAPAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
  const { profile } = await web.users.setPhoto({ image, crop_x: 0, crop_y: 0, crop_w: 1 });
  assert.equal(profile.is_custom_image, true);
  for (const size of [24, 32, 48, 72, 192, 512]) {
    const picture = await fetch(profile[`image_${size}`]);
    assert.equal(picture.headers.get("content-type"), "image/jpeg");
    assert.ok((await picture.arrayBuffer()).byteLength > 100);
  }
  const { user } = await alice.web.users.info({ user: bob.id });
  assert.equal(user.profile.avatar_hash, profile.avatar_hash);
  assert.equal(user.profile.image_72, profile.image_72);
  const again = await web.users.setPhoto({ image });
  assert.notEqual(again.profile.image_72, profile.image_72);
  assert.equal((await fetch(profile.image_72)).status, 404);
  const guessed = again.profile.image_72.replace(/[^/]+-72$/, `${"a".repeat(24)}-72`);
  assert.equal((await fetch(guessed)).status, 404);
  const other = await newCompany();
  const foreign = again.profile.image_72.replace(/T[^/]+/, (await other.bob.web.auth.test()).team_id);
  assert.equal((await fetch(foreign)).status, 404);
  const none = web.users.setPhoto({ image: Buffer.from("no picture") });
  assert.equal(await refusal(none), "bad_image");
  assert.equal(await refusal(web.users.setPhoto({ image, crop_w: 2 })), "bad_image");
  await web.users.deletePhoto();
  const { profile: bare } = await web.users.profile.get();
  assert.match(bare.image_72, /\/faces\/d[0-9a-f]{11}-72\.svg$/);
  assert.equal(bare.is_custom_image, undefined);
  assert.equal((await fetch(again.profile.image_72)).status, 404);
});

test("emoji are added, listed, given another name, renamed and removed", async () => {
  const { web } = alice;
  // A red dot.
  const image = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  );
  await web.apiCall("emoji.add", { mode: "data", name: "dot", image });
  const taken = web.apiCall("emoji.add", { mode: "data", name: ":dot:", image });
  assert.equal(await refusal(taken), "error_name_taken");
  const none = web.apiCall("emoji.add", { name: "none", image: Buffer.from("no picture") });
  assert.equal(await refusal(none), "bad_image");
  await web.admin.emoji.addAlias({ name: "spot", alias_for: "dot" });
  const channel = await newChannel("own-emoji");
  const { ts: timestamp } = await web.chat.postMessage({ channel, text: "on the spot" });
  for (const name of ["dot", "spot"]) await web.reactions.add({ channel, timestamp, name });
  const { emoji } = await bob.web.emoji.list();
  assert.equal(emoji.spot, "alias:dot");
  const picture = await fetch(emoji.dot);
  assert.equal(picture.headers.get("content-type"), "image/png");
  assert.deepEqual(Buffer.from(await picture.arrayBuffer()), image);
  const foreign = bob.web.apiCall("emoji.remove", { name: "dot" });
  assert.equal(await refusal(foreign), "no_permission");
  assert.equal(await refusal(bob.web.admin.emoji.remove({ name: "dot" })), "no_permission");
  await web.admin.emoji.rename({ name: "spot", new_name: "point" });
  await web.admin.emoji.remove({ name: "dot" });
  const onRemoved = bob.web.reactions.add({ channel, timestamp, name: "dot" });
  assert.equal(await refusal(onRemoved), "not_in_channel");
  await web.reactions.remove({ channel, timestamp, name: "dot" });
  const again = web.reactions.add({ channel, timestamp, name: "dot" });
  assert.equal(await refusal(again), "invalid_name");
  assert.deepEqual(Object.keys((await web.emoji.list()).emoji), ["point"]);
  assert.equal((await fetch(emoji.dot)).status, 404);
});

test("rtm.connect gives an address that answers with hello", async () => {
  const answer = await alice.web.rtm.connect();
  assert.equal(answer.self.id, alice.id);
  assert.match(answer.team.id, /^T/);
  const socket = new WebSocket(answer.url);
  const first = await new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => resolve(JSON.parse(data));
    socket.onerror = reject;
  });
  socket.close();
  assert.equal(first.type, "hello");
});

test("a revoked token is refused from then on", async () => {
  const other = await newCompany();
  const revoked = await other.bob.web.auth.revoke();
  assert.equal(revoked.revoked, true);
  assert.equal(await refusal(other.bob.web.auth.test()), "token_revoked");
});

test("another workspace's ids are as unknown as any", async () => {
  const other = await newCompany();
  const channel = await newChannel("ours");
  assert.equal(await refusal(other.alice.web.conversations.info({ channel })), "channel_not_found");
  assert.equal(await refusal(other.alice.web.users.info({ user: bob.id })), "user_not_found");
});
