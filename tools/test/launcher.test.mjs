// What an administrator does at the command line: start, stop, kill, start twice.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { freePort, home, processes } from "./programs.mjs";

const root = mkdtempSync(join(tmpdir(), "parley launcher "));
const running = new Set();
const PATIENCE = 60_000;
let folders = 0;

afterEach(async () => {
  for (const server of running) await server.stop("SIGTERM");
});
after(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, `data ${++folders}`);

/** A copy of the program as it is built here. */
function checkout(name) {
  const place = join(root, name);
  const built = ["server.built", "web.built", "parley.jar", "lib"].map((file) => `server/target/${file}`);
  const parts = ["parley", "tools", "server/pom.xml", "server/.mvn", "server/src", ...built];
  for (const part of readdirSync(join(home, "web")))
    if (!["node_modules", "reports", "test-results"].includes(part)) parts.push(`web/${part}`);
  mkdirSync(place);
  const copied = spawnSync("cp", ["-a", "--parents", ...parts, place], { cwd: home, encoding: "utf8" });
  assert.equal(copied.status, 0, copied.stderr);
  return place;
}

/** `./parley serve`, with what it printed, until it ends. */
function serve({ data, port, launcher = join(home, "parley"), before = [], flags = [] }) {
  const command = [...before, launcher, "serve", "--port", `${port}`, "--data", data, ...flags];
  return start(command, { url: `http://127.0.0.1:${port}` });
}

function start(command, more = {}) {
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, HOME: root } });
  const server = { child, output: "", ...more };
  const keep = (text) => (server.output += text);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  server.ended = new Promise((resolve) =>
    child.on("close", (code, signal) => {
      running.delete(server);
      resolve({ code, signal });
    }),
  );
  server.stop = (signal) => {
    child.kill(signal);
    return server.ended;
  };
  server.until = async (found) => {
    const deadline = Date.now() + PATIENCE;
    while (!found()) {
      assert.ok(child.exitCode === null && Date.now() < deadline, server.output);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return server;
  };
  server.ready = () => server.until(() => server.output.includes("is ready at"));
  running.add(server);
  return server;
}

/** The processes whose command line names a folder. */
const processesOf = (folder) => processes().filter(({ pid }) => commandLine(pid).includes(folder));

/** The processes below one, with their command lines. */
function descendants(above) {
  const below = processes().filter(({ parent }) => parent === above);
  return below.flatMap(({ pid }) => [{ pid, command: commandLine(pid) }, ...descendants(pid)]);
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Waits until all have ended; one that nobody has asked about since has ended too. */
async function allEnded(those) {
  const deadline = Date.now() + PATIENCE;
  const lives = ({ pid }) => processes().some((each) => each.pid === pid && !"ZX".includes(each.state));
  while (those.some(lives)) {
    assert.ok(Date.now() < deadline, those.map(({ command }) => command).join("\n"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function parley(...words) {
  const ran = spawnSync(join(home, "parley"), words, { encoding: "utf8" });
  return { code: ran.status, output: ran.stdout + ran.stderr };
}

function admin(data, server, words, input = "") {
  const command = ["admin", ...words, "--data", data, "--server", server.url];
  const ran = spawnSync(join(home, "parley"), command, { encoding: "utf8", input });
  return { code: ran.status, output: ran.stdout + ran.stderr };
}

const createWorkspace = (data, server) =>
  admin(data, server, ["workspace", "create", "--name", "Acme", "--slug", "acme", "--owner-email", "o@acme.test"]);

const one = (output) => output.trim().split("\n").length === 1;

test("a second serve on the same data says so in one sentence", async () => {
  const data = folder();
  await serve({ data, port: await freePort() }).ready();
  const second = serve({ data, port: await freePort() });
  const { code } = await second.ended;
  assert.equal(code, 1);
  assert.ok(one(second.output), second.output);
  assert.match(second.output, /another|already/i);
});

test("a taken port is said in one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.on("listening", resolve));
  const { port } = other.address();
  const server = serve({ data: folder(), port });
  const { code } = await server.ended;
  other.close();
  assert.equal(code, 1);
  assert.ok(one(server.output), server.output);
  assert.match(server.output, new RegExp(`${port}`));
});

test("a setting that cannot be is refused in one sentence", async () => {
  const server = serve({ data: folder(), port: "banana" });
  const { code } = await server.ended;
  assert.equal(code, 2);
  assert.ok(one(server.output), server.output);
});

test("options that cannot be are refused in one sentence each", async () => {
  const user = ["admin", "user", "create", "--workspace", "acme"];
  const refused = [
    ["load", "--count", "0"],
    ["load", "--count", "1", "--away", "101"],
    ["load", "--count", "1", "--server", "chat.acme.test"],
    ["serve", "--nosuch"],
    [...user, "--name", "bob", "--role", "king"],
    [...user, "--count", "0", "--prefix", "x"],
    [...user, "--name", "bob", "--email", "b@acme.test", "--password", "x", "--password-file", "y"],
    [...user],
  ].map((words) => start([join(home, "parley"), ...words]));
  for (const command of refused) {
    const { code } = await command.ended;
    assert.equal(code, 2, command.output);
    assert.ok(one(command.output), command.output);
  }
});

test("a password comes from standard input, from a file, or is made", async () => {
  const data = folder();
  const server = await serve({ data, port: await freePort() }).ready();
  const page = async (method, args) => {
    const answer = await fetch(`${server.url}/api/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-parley-team": "" },
      body: JSON.stringify(args),
    });
    return answer.json();
  };
  const signsIn = async (email, password) => (await page("client.signIn", { email, password })).ok;
  const first = { company: "Acme Works", slug: "acme", name: "Olga", email: "o@acme.test" };
  const own = await page("client.setUp", { ...first, password: "Acme-Works-2026" });
  assert.equal(own.error, "weak_password");
  const workspace = ["workspace", "create", "--name", "Acme", "--slug", "acme", "--owner-email", "o@acme.test"];
  const owner = admin(data, server, [...workspace, "--password-file", "-", "--json"], "kettle and lamp\n");
  assert.equal(owner.code, 0, owner.output);
  assert.equal("password" in JSON.parse(owner.output), false);
  assert.equal(await signsIn("o@acme.test", "kettle and lamp"), true);
  const bob = ["user", "create", "--workspace", "acme", "--name", "bob", "--email", "bob@acme.test", "--json"];
  const made = admin(data, server, bob);
  assert.equal(await signsIn("bob@acme.test", JSON.parse(made.output).password), true);
  const file = join(root, "password");
  writeFileSync(file, "password123\n");
  const eve = ["user", "create", "--workspace", "acme", "--name", "eve", "--email", "eve@acme.test"];
  const weak = admin(data, server, [...eve, "--password-file", file]);
  assert.equal(weak.code, 1);
  assert.ok(one(weak.output), weak.output);
  assert.match(weak.output, /many people.*\(weak_password\)\.$/m);
});

test("help names every command and builds nothing", () => {
  const place = join(root, "unbuilt");
  mkdirSync(place);
  spawnSync("cp", ["-a", join(home, "parley"), join(home, "tools"), place]);
  const said = spawnSync(join(place, "parley"), ["--help"], { encoding: "utf8", env: { PATH: "/usr/bin:/bin" } });
  assert.equal(said.status, 0, said.stderr);
  assert.deepEqual(readdirSync(place).sort(), ["parley", "tools"]);
  const commands = [...said.stdout.matchAll(/^ {2}(\w+) {3}/gm)].map((match) => match[1]).sort();
  const classes = `${home}/server/target/parley.jar:${home}/server/target/lib/*`;
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
  const known = spawnSync(java, ["-cp", classes, "dev.parley.app.Main", "--help"], { encoding: "utf8" });
  const programs = [...known.stdout.split("Commands:")[1].matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1]);
  assert.deepEqual(commands, [...programs, "test"].sort());
});

test("the tests have help and refuse a flag that they do not know", () => {
  const help = parley("test", "--help");
  assert.equal(help.code, 0);
  assert.match(help.output, /--suite NAME/);
  const wrong = parley("test", "--wrongflag");
  assert.equal(wrong.code, 2);
  assert.ok(one(wrong.output), wrong.output);
  assert.match(wrong.output, /--wrongflag/);
});

test("stopping the tests leaves no process behind", async () => {
  const tests = start([join(home, "parley"), "test", "--suite", "style"]);
  const runsMaven = () =>
    descendants(tests.child.pid).some(({ command }) => /java\0[^]*spotless:check/.test(command));
  await tests.until(runsMaven);
  const below = descendants(tests.child.pid);
  const { code } = await tests.stop("SIGTERM");
  assert.equal(code, 143);
  await allEnded(below);
});

test("a stale build is waited for and stopped, and help does without it", async () => {
  const place = checkout("stale");
  const launcher = join(place, "parley");
  utimesSync(join(place, "server", "pom.xml"), 1, 1);
  const help = spawnSync(launcher, ["serve", "--help"], { encoding: "utf8" });
  assert.equal(help.status, 0);
  assert.equal(help.stderr, "");
  assert.match(help.stdout, /--port/);
  const lock = join(place, "server", "target", "server.lock");
  const other = spawn("flock", [lock, "sh", "-c", "echo held; cat"]);
  await new Promise((resolve) => other.stdout.once("data", resolve));
  const waiting = serve({ data: folder(), port: 0, launcher });
  await waiting.until(() => waiting.output.includes("Waiting for another build"));
  other.stdin.end();
  const builds = () => descendants(waiting.child.pid).some(({ command }) => /java\0[^]*package/.test(command));
  await waiting.until(builds);
  const below = descendants(waiting.child.pid);
  const { code } = await waiting.stop("SIGTERM");
  assert.equal(code, 143);
  await allEnded(below);
});

test("after kill -9 serve works again on the same data and port", async () => {
  const data = folder();
  const port = await freePort();
  const first = await serve({ data, port }).ready();
  const made = createWorkspace(data, first);
  assert.equal(made.code, 0, made.output);
  await first.stop("SIGKILL");
  const second = await serve({ data, port }).ready();
  const again = createWorkspace(data, second);
  assert.notEqual(again.code, 0);
  assert.match(again.output, /slug|taken|exists/);
});

test("Ctrl-C stops everything, the database too", async () => {
  const data = folder();
  const server = await serve({ data, port: await freePort() }).ready();
  assert.ok(processesOf(data).length > 1);
  const { code } = await server.stop("SIGINT");
  assert.equal(code, 0);
  assert.match(server.output, /has stopped/);
  assert.deepEqual(processesOf(data), []);
});

test("an ordinary account runs it from a folder with a space", { skip: process.getuid() !== 0 }, async () => {
  const place = checkout("of nobody");
  const nobody = 65_534;
  spawnSync("chown", ["-R", `${nobody}:${nobody}`, place]);
  spawnSync("chmod", ["a+rx", root]);
  const before = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  const data = join(place, "data");
  const launcher = join(place, "parley");
  const started = await serve({ data, port: await freePort(), launcher, before }).ready();
  const page = await fetch(started.url);
  assert.equal(page.status, 200);
  const { code } = await started.stop("SIGTERM");
  assert.equal(code, 0);
});
