// What an administrator does at the command line: start, stop, kill, start twice.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { freePort, home } from "./programs.mjs";

const root = mkdtempSync(join(tmpdir(), "parley launcher "));
const running = new Set();
const PATIENCE = 60_000;
let folders = 0;

afterEach(async () => {
  for (const server of running) await server.stop("SIGTERM");
});
after(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, `data ${++folders}`);

/** `./parley serve`, with what it printed, until it ends. */
function serve({ data, port, launcher = join(home, "parley"), before = [], flags = [] }) {
  const command = [...before, launcher, "serve", "--port", `${port}`, "--data", data, ...flags];
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, HOME: root } });
  const server = { child, output: "", url: `http://127.0.0.1:${port}` };
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
  server.ready = async () => {
    const deadline = Date.now() + PATIENCE;
    while (!server.output.includes("is ready at")) {
      assert.ok(child.exitCode === null && Date.now() < deadline, server.output);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return server;
  };
  running.add(server);
  return server;
}

/** The processes whose command line names a folder. */
function processesOf(folder) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
      } catch {
        return false;
      }
    });
}

function admin(data, server, ...words) {
  const ran = spawnSync(join(home, "parley"), ["admin", ...words, "--data", data, "--server", server.url], {
    encoding: "utf8",
  });
  return { code: ran.status, output: ran.stdout + ran.stderr };
}

const createWorkspace = (data, server) =>
  admin(data, server, "workspace", "create", "--name", "Acme", "--slug", "acme", "--owner-email", "o@acme.test");

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
  const place = join(root, "of nobody");
  const nobody = 65_534;
  const server = ["server/pom.xml", "server/.mvn", "server/src", "server/target/built", "server/target/web.built"];
  const parts = ["parley", "tools", ...server, "server/target/parley.jar", "server/target/lib"];
  for (const name of readdirSync(join(home, "web")))
    if (!["node_modules", "reports", "test-results"].includes(name)) parts.push(`web/${name}`);
  mkdirSync(place);
  const copied = spawnSync("cp", ["-a", "--parents", ...parts, place], {
    cwd: home,
    encoding: "utf8",
  });
  assert.equal(copied.status, 0, copied.stderr);
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
