import { execFileSync, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { post, type Call } from '../stories/people';
import { OwnServer } from '../stories/server';
import { size } from './scale';

const server = fileURLToPath(new URL('../../server', import.meta.url));
const password = 'correct horse battery';
const email = 'alice@big.test';

/** A server with the workspace `big`: Alice is in all channels, Bob speaks by what programs may call. */
export interface Big {
  server: OwnServer;
  alice: { email: string; password: string };
  bob: Call;
  /** Those with the most messages first. */
  channels: string[];
}

export async function startBig(): Promise<Big> {
  const own = await OwnServer.start('127.0.0.1', {
    PARLEY_RATE_FACTOR: '100000',
    // What is measured runs as it does elsewhere.
    JAVA_TOOL_OPTIONS: '',
  });
  const { url, key } = own.address;
  const owner = { owner_name: 'alice', owner_real_name: 'Alice', owner_email: email };
  const workspace = { name: 'Big', slug: 'big', password, ...owner };
  const made = await post(`${url}/operator/workspace.create`, key, workspace);
  fill(own.data, String(made.team_id), String(made.owner_user_id));
  const person = {
    workspace: 'big',
    name: 'bob',
    real_name: 'Bob',
    email: 'bob@big.test',
    password,
  };
  const { token } = await post(`${url}/operator/user.create`, key, person);
  const call = (bearer: unknown): Call => {
    return (method, args) => post(`${url}/api/${method}`, String(bearer), args);
  };
  const boot = await call(made.owner_token)('client.boot', {});
  const told = boot.channels as { id: string; name?: string; message_number?: number }[];
  const channels = told
    .filter(({ name }) => name?.startsWith('channel-') === true)
    .sort((one, two) => (two.message_number ?? 0) - (one.message_number ?? 0))
    .map(({ id }) => id);
  const bob = call(token);
  for (const channel of channels.slice(0, 40)) await bob('conversations.join', { channel });
  return { server: own, alice: { email, password }, bob, channels };
}

/** Rows by the thousand: no call does that. */
function fill(data: string, workspace: string, member: string): void {
  const path = join(server, 'target', 'classpath');
  const home = javaHome();
  const stdio: StdioOptions = ['ignore', 'inherit', 'inherit'];
  const options = { cwd: server, env: { ...process.env, JAVA_HOME: home }, stdio };
  const maven = ['-q', '-B', '-ntp', 'test-compile', 'dependency:build-classpath'];
  execFileSync('mvn', [...maven, `-Dmdep.outputFile=${path}`], options);
  const classes = ['test-classes', 'classes'].map((name) => join(server, 'target', name));
  const classPath = [...classes, readFileSync(path, 'utf8').trim()].join(delimiter);
  const sizes = (['people', 'channels', 'messages'] as const).map(
    (name) => `-D${name}=${size[name]}`,
  );
  const main = 'dev.parley.bench.FillWorkspace';
  const java = join(home, 'bin', 'java');
  execFileSync(java, [...sizes, '-cp', classPath, main, data, workspace, member], options);
}

/** The JDK that the launcher takes. */
function javaHome(): string {
  const find = 'set -eu; home=$PWD; . tools/build.sh; find_java; echo "$JAVA_HOME"';
  const cwd = join(server, '..');
  return execFileSync('bash', ['-c', find], { cwd, encoding: 'utf8' }).trim();
}
