// Programs that the suites start: commands, servers, packages.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The groups of processes that run now, by the process that leads each. */
const groups = new Set();
let signalled;

function startGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  groups.add(child);
  child.on("close", () => groups.delete(child));
  child.on("error", () => groups.delete(child));
  return child;
}

/** Ends a group, and then what its members have started outside it: databases that outlive their server. */
function endGroup(child, signal) {
  const all = processes();
  const members = new Set(all.filter(({ group }) => group === child.pid).map(({ pid }) => pid));
  const outside = all.filter(({ parent, group }) => members.has(parent) && group !== child.pid);
  child.once("close", () => outside.forEach(({ pid }) => kill(pid, "SIGINT")));
  kill(-child.pid, signal);
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** Every process of this machine, with its parent and its group. */
export function processes() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
        return [{ pid: Number(name), state: fields[0], parent: Number(fields[1]), group: Number(fields[2]) }];
      } catch {
        return [];
      }
    });
}

/** From now on a signal ends every group, and nothing is started any more. */
export function endGroupsOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      signalled ??= signal;
      for (const child of groups) endGroup(child, "SIGTERM");
      setTimeout(() => {
        for (const child of groups) endGroup(child, "SIGKILL");
      }, 20_000).unref();
    });
}

/** The signal that ended everything, if one has come. */
export const endedBy = () => signalled;

/** Runs a command to its end or to the end of its time; its output goes to a log. */
export function run(command, args, { cwd, seconds, env = {}, stdio = "pipe" }) {
  if (signalled) return Promise.resolve({ code: 1, late: false, output: "" });
  return new Promise((resolve) => {
    const child = startGroup(command, args, { cwd, stdio, env: { ...process.env, ...env } });
    let output = "";
    const keep = (data) => {
      output += data;
      if (output.length > 4_000_000) output = output.slice(-2_000_000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child, "SIGKILL");
    }, seconds * 1000);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, late, output });
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: 1, late, output: String(error) });
    });
  });
}

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A real server on an empty data directory, for as long as the work takes. */
export async function withServer(work) {
  const data = mkdtempSync(join(tmpdir(), "parley-browser-"));
  const port = await freePort();
  const key = "test-operator-key-0123456789abcdef";
  const child = startGroup(join(home, "parley"), ["serve", "--port", `${port}`, "--data", data], {
    env: { ...process.env, PARLEY_OPERATOR_KEY: key, PARLEY_RATE_FACTOR: "10" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    const deadline = Date.now() + 60_000;
    while (!output.includes("is ready at")) {
      if (Date.now() > deadline || child.exitCode !== null)
        return { code: 1, late: false, output: `The server did not start.\n${output}` };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return await work({ PARLEY_URL: `http://127.0.0.1:${port}`, PARLEY_OPERATOR_KEY: key });
  } finally {
    endGroup(child, "SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

/** Installs Debian packages if they are missing and we may. */
export function need(command, ...packages) {
  if (spawnSync("which", [command]).status === 0) return true;
  if (process.getuid() !== 0) {
    console.log(`The tests need ${command}: apt-get install ${packages.join(" ")}`);
    return false;
  }
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return spawnSync("which", [command]).status === 0;
}
