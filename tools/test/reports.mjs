// Reads what the test programs say of their tests.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const unescape = (text) =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** All tests that passed in this run: `Class.method`, `file title`, or a title where its runner names no file. */
export const passedTests = [];

/** Adds what a report in JUnit's XML says to a result. */
function junit(file, result, named) {
  const xml = readFileSync(file, "utf8");
  for (const [, head, , body] of xml.matchAll(/<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = unescape(/\bname="([^"]*)"/.exec(head)?.[1] ?? "?");
    const owner = /classname="([^"]*)"/.exec(head)?.[1] ?? "?";
    if (/<(failure|error)\b/.test(body ?? "")) result.failures.push(`${owner}.${name}`);
    else if (!/<skipped\b/.test(body ?? "")) {
      result.passed++;
      passedTests.push(named(owner, name));
    }
  }
}

/** Counts from Surefire's XML reports. */
export function surefire(folder) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(folder)) return result;
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name)))
    junit(join(folder, file), result, (owner, name) => `${owner.split(".").pop()}.${name}`);
  return result;
}

/** Counts from the report of Node's own test runner. */
export function nodeTests(file) {
  const result = { passed: 0, failures: [] };
  if (existsSync(file)) junit(file, result, (_, name) => name);
  return result;
}

/** Counts from Vitest's JSON report. */
export function vitest(file) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(file)) return result;
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of report.testResults ?? [])
    for (const test of suite.assertionResults)
      if (test.status === "passed") {
        result.passed++;
        passedTests.push(`${basename(suite.name)} ${test.title}`);
      } else if (test.status === "failed") result.failures.push(test.fullName);
  return result;
}

/** What a story that did not pass says first. */
function reasonOf({ status, error }) {
  const [line = status] = (error?.message ?? "").replace(/\x1b\[\d+m/g, "").split("\n").filter((each) => each.trim());
  return [`(${line})`];
}

/** Counts from Playwright's JSON report: a story that did not run has not passed. */
export function playwright(file) {
  const result = { passed: 0, failures: [] };
  if (!existsSync(file)) return result;
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      const ends = spec.tests.flatMap((test) => test.results);
      if (spec.ok && ends.some(({ status }) => status === "passed")) {
        result.passed++;
        passedTests.push(`${basename(spec.file)} ${spec.title}`);
      } else result.failures.push([path, spec.title, ...ends.flatMap(reasonOf)].join(" "));
    }
    for (const child of suite.suites ?? []) visit(child, `${path} ${child.title}`);
  };
  for (const suite of JSON.parse(readFileSync(file, "utf8")).suites ?? []) visit(suite, suite.title);
  return result;
}
