// What a token's scopes open: each only its own kind of conversation.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { client, newCompany } from "./company.mjs";

let acme;
let alice;
let bob;
let open;
let closed;
let direct;

before(async () => {
  acme = await newCompany();
  ({ alice, bob } = acme);
  const { web } = alice;
  open = (await web.conversations.create({ name: "open" })).channel.id;
  closed = (await web.conversations.create({ name: "closed", is_private: true })).channel.id;
  direct = (await web.conversations.open({ users: bob.id })).channel.id;
  for (const channel of [open, closed]) await web.conversations.invite({ channel, users: bob.id });
  bob.with = async (...scopes) =>
    client((await acme.operate("token.create", { user: "bob", scopes: scopes.join(",") })).token);
});

/** What a call that is refused answers. */
async function refused(call) {
  try {
    await call;
  } catch (error) {
    return error.data;
  }
  return assert.fail("the call succeeded");
}

test("a scope of public channels reads no private ones and no direct messages", async () => {
  const web = await bob.with("channels:history", "channels:read");
  assert.equal((await web.conversations.history({ channel: open })).ok, true);
  const history = await refused(web.conversations.history({ channel: closed }));
  assert.equal(history.error, "missing_scope");
  assert.equal(history.needed, "groups:history");
  assert.equal(history.provided, "channels:history,channels:read");
  const thread = await refused(web.conversations.replies({ channel: closed, ts: "1.000000" }));
  assert.equal(thread.error, "thread_not_found");
  const replies = web.conversations.replies({ channel: closed, ts: "1700000000.000000" });
  assert.equal((await refused(replies)).needed, "groups:history");
  assert.equal((await refused(web.conversations.history({ channel: direct }))).needed, "im:history");
  assert.equal((await refused(web.conversations.info({ channel: closed }))).needed, "groups:read");
  assert.equal((await refused(web.conversations.members({ channel: closed }))).needed, "groups:read");
});

test("lists hold the kinds that the scopes open", async () => {
  const types = "public_channel,private_channel,im,mpim";
  const listed = async (web) =>
    (await web.conversations.list({ types })).channels.map(({ id }) => id).sort();
  assert.deepEqual(await listed(await bob.with("groups:read")), [closed]);
  assert.deepEqual(await listed(await bob.with("im:read", "groups:read")), [closed, direct].sort());
  const web = await bob.with("channels:read");
  const { channels } = await web.users.conversations({ types });
  assert.ok(channels.every((channel) => channel.is_channel && !channel.is_private));
  assert.equal((await refused(web.conversations.list({ types: "im" }))).needed, "im:read");
});

test("a scope of public channels changes no private ones and opens no direct message", async () => {
  const web = await bob.with("channels:write");
  await web.conversations.setTopic({ channel: open, topic: "all" });
  const needs = async (call) => (await refused(call)).needed;
  assert.equal(await needs(web.conversations.mark({ channel: closed, ts: "1700000000.000000" })), "groups:write");
  assert.equal(await needs(web.conversations.leave({ channel: closed })), "groups:write");
  assert.equal(await needs(web.conversations.archive({ channel: closed })), "groups:write");
  assert.equal(
    await needs(web.conversations.setTopic({ channel: closed, topic: "x" })),
    "groups:write,groups:write.topic",
  );
  assert.equal(await needs(web.conversations.create({ name: "more", is_private: true })), "groups:write");
  assert.equal(await needs(web.conversations.open({ users: alice.id })), "im:write");
  assert.equal(await needs(web.conversations.close({ channel: direct })), "im:write");
});

test("what one may not know of stays unknown whatever the scopes", async () => {
  const secret = (await alice.web.conversations.create({ name: "secret", is_private: true })).channel.id;
  const web = await bob.with("channels:history", "channels:write");
  for (const channel of [secret, "C000000000"]) {
    assert.equal((await refused(web.conversations.history({ channel }))).error, "channel_not_found");
    assert.equal((await refused(web.conversations.archive({ channel }))).error, "channel_not_found");
  }
});

test("what is for people only is not a matter of a bot's scopes", async () => {
  const manifest = JSON.stringify({
    display_information: { name: "Clerk" },
    features: { bot_user: { display_name: "Clerk" } },
    oauth_config: { scopes: { bot: ["chat:write"] } },
  });
  const web = client((await acme.operate("app.create", { manifest })).bot_token);
  for (const method of ["reminders.list", "reminders.add", "stars.list", "stars.add"]) {
    assert.equal((await refused(web.apiCall(method))).error, "not_allowed_token_type", method);
  }
});
