import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** The budgets of the page, on a server of its own. A benchmark: nothing else should run beside. */
export default defineConfig({
  ...base,
  testDir: '.',
  workers: 1,
  timeout: 1_500_000,
  expect: { timeout: 20_000 },
  projects: [{ name: 'perf', testMatch: '**/*.spec.ts' }],
  reporter: [['list']],
  outputDir: '../reports/perf',
  use: {
    ...base.use,
    actionTimeout: 5_000,
    navigationTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
  },
});
