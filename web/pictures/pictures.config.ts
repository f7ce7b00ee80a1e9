import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** Pictures of every view, from a server that was started by `./parley serve --demo`. */
export default defineConfig({
  ...base,
  testDir: '.',
  timeout: 300_000,
  expect: { timeout: 5_000 },
  projects: [{ name: 'pictures', testMatch: '**/*.pictures.ts' }],
  reporter: [['list']],
  outputDir: '../reports/pictures-failed',
});
