// Holds docs/promises.md to what ran.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { home } from "./programs.mjs";
import { passedTests } from "./reports.mjs";

const javaTest = /`(\w+Test\.\w+)`/g;
const scriptTest = /`([\w.]+\.(?:spec\.ts|test\.tsx?|test\.mjs))` "([^"]+)"/g;
const withoutTest = /^(?:measured, not tested|not shown yet)\b/;
const folders = ["sdk", join("tools", "test"), join("web", "stories"), join("web", "src"), join("web", "tools")];

/** The texts of all test files that are written in JavaScript or TypeScript, by their name. */
function scripts() {
  const texts = new Map();
  for (const folder of folders)
    for (const entry of readdirSync(join(home, folder), { recursive: true, withFileTypes: true }))
      if (/\.(?:spec\.ts|test\.tsx?|test\.mjs)$/.test(entry.name) && !entry.parentPath.includes("node_modules"))
        texts.set(entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8"));
  return texts;
}

/** Whether a script's test passed; `…` in its title stands for what differs from run to run. */
function scriptPassed(file, title, texts) {
  const pattern = title
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  if (passedTests.some((test) => new RegExp(`^${file.replaceAll(".", "\\.")} ${pattern}$`).test(test))) return true;
  return passedTests.includes(title) && (texts.get(file)?.includes(title) ?? false);
}

/** A test with parameters runs under its name and what follows it. */
const isOf = (name, test) => test === name || (test.startsWith(name) && /^[([{]/.test(test.slice(name.length)));

/** What of the page is not so; and how many named tests passed. */
export function checkPromises(page) {
  const texts = scripts();
  const failures = [];
  let passed = 0;
  const check = (is, failure) => {
    if (is) passed++;
    else failures.push(failure);
  };
  for (const [, shownBy] of page.matchAll(/^\|[^|]*\|\s*(.*?)\s*\|$/gm)) {
    if (shownBy === "Shown by" || shownBy === "---" || withoutTest.test(shownBy)) continue;
    const rest = shownBy.replace(scriptTest, "").replace(javaTest, "");
    if (/[^\s,]/.test(rest) || rest === shownBy) failures.push(`docs/promises.md names no test: ${shownBy}`);
    for (const [, name] of shownBy.matchAll(javaTest))
      check(
        passedTests.some((test) => isOf(name, test)),
        `${name} is named in docs/promises.md and did not pass`,
      );
    for (const [, file, title] of shownBy.matchAll(scriptTest))
      check(
        scriptPassed(file, title, texts),
        `${file} "${title}" is named in docs/promises.md and did not pass`,
      );
  }
  return { passed, failures };
}
