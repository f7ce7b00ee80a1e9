import assert from "node:assert/strict";
import { once } from "node:events";
import { before, test } from "node:test";
import { RTMClient } from "@slack/rtm-api";
import { newCompany } from "./company.mjs";
import { fragileLine } from "./fragileLine.mjs";

let alice;
let bob;

before(async () => {
  ({ alice, bob } = await newCompany());
});

const start = async (token, url = process.env.PARLEY_URL) => {
  const rtm = new RTMClient(token, { slackApiUrl: `${url}/api/`, logLevel: "error" });
  const ready = once(rtm, "ready");
  await rtm.start();
  await ready;
  return rtm;
};

/** This version of the client stumbles over the holes in its own list of what it sent. */
const forgetHoles = (rtm) => {
  rtm.awaitingReplyList = Object.values(rtm.awaitingReplyList);
};

const next = (rtm, type, wanted = () => true) =>
  new Promise((resolve) => {
    const listen = (event) => {
      if (wanted(event)) {
        rtm.off(type, listen);
        resolve(event);
      }
    };
    rtm.on(type, listen);
  });

test("Slack's RTM client hears, sends, types and asks who is there", async () => {
  const general = (await alice.web.conversations.create({ name: "rtm-sdk" })).channel.id;
  await alice.web.conversations.invite({ channel: general, users: bob.id });
  const rtm = await start(bob.token);
  const other = await start(alice.token);
  assert.equal(rtm.activeUserId, bob.id);

  const heard = next(rtm, "message", (event) => event.text === "hello");
  const { ts } = await alice.web.chat.postMessage({ channel: general, text: "hello" });
  const message = await heard;
  assert.deepEqual(
    [message.channel, message.ts, message.user, message.channel_type, message.event_ts],
    [general, ts, alice.id, "channel", ts],
  );

  const echoes = [];
  rtm.on("message", (event) => event.text === "from the socket" && echoes.push(event));
  const told = next(other, "message", (event) => event.text === "from the socket");
  const sent = await rtm.sendMessage("from the socket", general);
  assert.equal(sent.ok, true);
  assert.equal((await told).ts, sent.ts);
  assert.equal((await told).user, bob.id);
  assert.equal(echoes.length, 0);

  await assert.rejects(rtm.sendMessage("x", "C000000000"), /channel_not_found/);

  const changed = next(rtm, "message", (event) => event.subtype === "message_changed");
  await alice.web.chat.update({ channel: general, ts, text: "hello again" });
  assert.equal((await changed).message.text, "hello again");
  const deleted = next(rtm, "message", (event) => event.subtype === "message_deleted");
  await alice.web.chat.delete({ channel: general, ts });
  assert.equal((await deleted).deleted_ts, ts);

  const reacted = next(rtm, "reaction_added");
  await alice.web.reactions.add({ channel: general, timestamp: sent.ts, name: "tada" });
  assert.deepEqual((await reacted).item, { type: "message", channel: general, ts: sent.ts });

  const typing = next(other, "user_typing");
  await rtm.sendTyping(general);
  assert.deepEqual([(await typing).channel, (await typing).user], [general, bob.id]);

  const presence = next(rtm, "presence_change", (event) => event.user === alice.id);
  await rtm.subscribePresence([alice.id]);
  assert.equal((await presence).presence, "active");

  const left = next(rtm, "presence_change", (event) => event.presence === "away");
  await alice.web.users.setPresence({ presence: "away" });
  assert.equal((await left).user, alice.id);
  const back = next(rtm, "presence_change", (event) => event.presence === "active");
  await alice.web.users.setPresence({ presence: "auto" });
  assert.equal((await back).user, alice.id);
  const own = next(rtm, "manual_presence_change");
  await bob.web.users.setPresence({ presence: "away" });
  assert.equal((await own).presence, "away");
  await bob.web.users.setPresence({ presence: "auto" });

  const outside = next(other, "channel_archive");
  const side = (await bob.web.conversations.create({ name: "rtm-side" })).channel.id;
  await bob.web.conversations.archive({ channel: side });
  assert.deepEqual([(await outside).channel, (await outside).user], [side, bob.id]);

  const renamed = next(rtm, "channel_rename");
  await alice.web.conversations.rename({ channel: general, name: "rtm-sdk-new" });
  assert.equal((await renamed).channel.name, "rtm-sdk-new");
  forgetHoles(rtm);
  await rtm.disconnect();
  await other.disconnect();
});

test("what Slack's RTM client sent before its line was cut is answered when it is back", async () => {
  const line = await fragileLine();
  const room = (await bob.web.conversations.create({ name: "rtm-cut" })).channel.id;
  const rtm = await start(bob.token, line.url);
  await rtm.sendMessage("heard", room);

  line.cutAt('"reply_to":3');
  const back = once(rtm, "connected");
  const sending = rtm.sendMessage("lost on the way", room);
  await once(rtm, "reconnecting");
  forgetHoles(rtm);
  await back;
  const { ok, ts } = await sending;

  const { messages } = await bob.web.conversations.history({ channel: room });
  const said = messages.filter(({ subtype }) => subtype === undefined).map((each) => [each.text, each.ts]);
  assert.equal(ok, true);
  assert.equal(said.length, 2);
  assert.deepEqual(said[0], ["lost on the way", ts]);
  forgetHoles(rtm);
  await rtm.disconnect();
  line.close();
});
