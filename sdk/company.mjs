// A workspace of its own for each test, and a client of Slack's for each of its people.
import assert from "node:assert/strict";
import { WebClient } from "@slack/web-api";

const url = process.env.PARLEY_URL;
const key = process.env.PARLEY_OPERATOR_KEY;
let companies = 0;

async function operate(command, args) {
  const response = await fetch(`${url}/operator/${command}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  const answer = await response.json();
  assert.equal(answer.ok, true, JSON.stringify(answer));
  return answer;
}

/** A client as anybody would make it; only the address is another. */
export const client = (token) =>
  new WebClient(token, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } });

/** Alice owns the workspace; Bob is a member. */
export async function newCompany() {
  const slug = `sdk-${process.pid}-${++companies}`;
  const made = await operate("workspace.create", {
    name: slug,
    slug,
    owner_name: "alice",
    owner_real_name: "Alice Adams",
    owner_email: `alice@${slug}.test`,
  });
  const bob = await operate("user.create", { workspace: slug, name: "bob", real_name: "Bob Brown" });
  return {
    slug,
    team: made.workspace_id ?? made.team_id ?? made.id,
    alice: { id: made.owner_user_id, token: made.owner_token, web: client(made.owner_token) },
    /** Runs an operator's command about this workspace. */
    operate: (command, args) => operate(command, { workspace: slug, ...args }),
    bob: { id: bob.user_id, token: bob.token, web: client(bob.token) },
  };
}

/** The error that a call ends with, as the SDK reports it. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    assert.equal(error.code, "slack_webapi_platform_error", String(error));
    return error.data.error;
  }
  return assert.fail("the call succeeded");
}
