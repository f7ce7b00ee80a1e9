import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** The folders of components: what they show is in a file of the same name. */
const folders = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile() && each.name === `${basename(each.parentPath)}.tsx`)
  .map(({ parentPath }) => parentPath);

test('each component has a test beside it', () => {
  expect(folders.length).toBeGreaterThan(150);
  const untested = folders.filter(
    (folder) => !readdirSync(folder).includes(`${basename(folder)}.test.tsx`),
  );
  expect(untested).toEqual([]);
});
