// Runs every test suite, each within its time, and ends with one line: N passed, N failed.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const server = join(home, "server");
const web = join(home, "web");

/** Runs a command to its end or to the end of its time; its output goes to a log. */
function run(command, args, { cwd, seconds, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
    let output = "";
    const keep = (data) => {
      output += data;
      if (output.length > 4_000_000) output = output.slice(-2_000_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {}
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

const unescape = (text) =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** Names of all tests that ran in this run. */
const ranTests = [];

/** Counts from Surefire's XML reports. */
function surefire(folder) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(folder)) return result;
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const xml = readFileSync(join(folder, file), "utf8");
    for (const [, head, , body] of xml.matchAll(
      /<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
    )) {
      const name = unescape(/\bname="([^"]*)"/.exec(head)?.[1] ?? "?");
      const owner = /classname="([^"]*)"/.exec(head)?.[1] ?? "?";
      ranTests.push(`${owner.split(".").pop()}.${name}`);
      if (/<(failure|error)\b/.test(body ?? "")) result.failures.push(`${owner}.${name}`);
      else if (!/<skipped\b/.test(body ?? "")) result.passed++;
    }
  }
  return result;
}

/** Counts from Vitest's JSON report. */
function vitest(file) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(file)) return result;
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of report.testResults ?? [])
    for (const test of suite.assertionResults)
      if (test.status === "passed") result.passed++;
      else if (test.status === "failed") result.failures.push(test.fullName);
  return result;
}

/** Counts from Playwright's JSON report. */
function playwright(file) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(file)) return result;
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      ranTests.push(spec.title);
      if (spec.ok) result.passed++;
      else result.failures.push(`${path} ${spec.title}`);
    }
    for (const child of suite.suites ?? []) visit(child, `${path} ${child.title}`);
  };
  for (const suite of JSON.parse(readFileSync(file, "utf8")).suites ?? []) visit(suite, suite.title);
  return result;
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function maven(name, seconds, args) {
  const reports = join(server, "target", "surefire-reports");
  rmSync(reports, { recursive: true, force: true });
  const ran = await run("mvn", ["-B", "-ntp", "surefire:test", ...args], { cwd: server, seconds });
  const counts = surefire(reports);
  const kept = join(server, "target", "reports", name);
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(reports)) cpSync(reports, kept, { recursive: true });
  return { ...ran, ...counts };
}

/** A real server on an empty data directory, for as long as the work takes. */
async function withServer(work) {
  const data = mkdtempSync(join(tmpdir(), "parley-browser-"));
  const port = await freePort();
  const key = "test-operator-key-0123456789abcdef";
  const child = spawn(join(home, "parley"), ["serve", "--port", `${port}`, "--data", data], {
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
    child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

/** Installs Debian packages if they are missing and we may. */
function need(command, ...packages) {
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

const suites = {
  style: async () => {
    const ran = await run("mvn", ["-B", "-ntp", "spotless:check"], { cwd: server, seconds: 180 });
    return { ...ran, passed: ran.code === 0 ? 1 : 0, failures: ran.code === 0 ? [] : ["spotless"] };
  },
  compile: async () => {
    const ran = await run("mvn", ["-B", "-ntp", "test-compile"], { cwd: server, seconds: 240 });
    return { ...ran, passed: ran.code === 0 ? 1 : 0, failures: ran.code === 0 ? [] : ["test-compile"] };
  },
  server: () => maven("server", 420, ["-DexcludedGroups=simulation,kill"]),
  kill: () => maven("kill", 180, ["-Dgroups=kill"]),
  web: async () => {
    rmSync(join(web, "reports"), { recursive: true, force: true });
    const ran = await run("npm", ["test"], { cwd: web, seconds: 240 });
    return { ...ran, ...vitest(join(web, "reports", "vitest.json")) };
  },
  browser: async () => {
    if (!need("chromium", "chromium", "fonts-liberation", "fonts-noto-core"))
      return { code: 1, late: false, output: "", passed: 0, failures: ["chromium is missing"] };
    const report = join(web, "reports", "playwright.json");
    rmSync(report, { force: true });
    const ran = await withServer((env) =>
      run("npm", ["run", "test:browser"], { cwd: web, seconds: 300, env }),
    );
    return { ...ran, ...playwright(report) };
  },
  promises: () => {
    const page = readFileSync(join(home, "docs", "promises.md"), "utf8");
    const named = [
      ...[...page.matchAll(/`(\w+Test\.\w+)`/g)].map((match) => match[1]),
      ...[...page.matchAll(/`[\w.]+\.spec\.ts` "([^"]+)"/g)].map((match) => match[1]),
    ];
    const missing = named.filter((name) => !ranTests.some((test) => test.startsWith(name)));
    return {
      code: 0,
      late: false,
      output: "",
      passed: named.length - missing.length,
      failures: missing.map((name) => `${name} is named in docs/promises.md and did not run`),
    };
  },
};

const asked = process.argv.indexOf("--suite");
const only = asked > 0 ? process.argv[asked + 1] : undefined;
if (only && !(only in suites)) {
  console.error(`There is no suite ${only}; there are ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (only && name !== only && name !== "compile") continue;
  const began = Date.now();
  const result = await suite();
  const failures = [...result.failures];
  if (result.late) failures.push("it took longer than its time");
  else if (result.code !== 0 && failures.length === 0) failures.push(`it ended with ${result.code}`);
  if (result.passed === 0 && failures.length === 0) failures.push("it ran nothing");
  passed += result.passed;
  failed += failures.length;
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`${name.padEnd(12)} ${result.passed} passed, ${failures.length} failed, ${seconds} s`);
  for (const failure of failures) console.log(`    ${failure}`);
  if (failures.length > 0) console.log(result.output.split("\n").slice(-60).join("\n"));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
