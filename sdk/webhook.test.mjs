import assert from "node:assert/strict";
import { before, test } from "node:test";
import { IncomingWebhook } from "@slack/webhook";
import { newCompany } from "./company.mjs";

const url = process.env.PARLEY_URL;
let acme;
let channel;

before(async () => {
  acme = await newCompany();
  channel = (await acme.alice.web.conversations.create({ name: "deploys" })).channel.id;
});

const newWebhook = async (looks = {}) => {
  const { path, webhook_id } = await acme.operate("webhook.create", { channel: "deploys" });
  return { id: webhook_id, hook: new IncomingWebhook(url + path, looks) };
};

const newest = async () =>
  (await acme.alice.web.conversations.history({ channel, limit: 1 })).messages[0];

/** The status and the word that a failed send ends with, as the SDK reports them. */
async function failure(send) {
  try {
    await send;
  } catch (error) {
    return String(error.original?.response?.data ?? error.message);
  }
  return assert.fail("it was sent");
}

test("Slack's webhook client posts text, blocks, attachments and replies", async () => {
  const { hook } = await newWebhook({ username: "Deployer", icon_emoji: ":rocket:" });
  assert.equal((await hook.send("shipped <b>")).text, "ok");
  const first = await newest();
  assert.equal(first.text, "shipped <b>");
  assert.equal(first.username, "Deployer");
  assert.equal(first.icons.emoji, ":rocket:");
  assert.equal(first.subtype, "bot_message");

  const blocks = [{ type: "section", text: { type: "mrkdwn", text: "*done*" } }];
  const attachments = [{ color: "#36a64f", text: "all green" }];
  await hook.send({ text: "with parts", blocks, attachments, unfurl_links: false });
  const second = await newest();
  assert.equal(second.blocks[0].text.text, "*done*");
  assert.equal(second.attachments[0].text, "all green");

  await hook.send({ text: "in the thread", thread_ts: first.ts });
  const { messages } = await acme.alice.web.conversations.replies({ channel, ts: first.ts });
  assert.deepEqual(
    messages.map((message) => message.text),
    ["shipped <b>", "in the thread"],
  );
});

test("Slack's webhook client is told what is wrong", async () => {
  const { id, hook } = await newWebhook();
  assert.match(await failure(hook.send({ text: "" })), /400|no_text/);
  await acme.operate("webhook.revoke", { webhook: id });
  assert.match(await failure(hook.send("too late")), /404|no_service/);
});
