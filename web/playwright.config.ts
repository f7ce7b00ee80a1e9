import { defineConfig } from '@playwright/test';

const first = ['setUp.spec.ts', 'twoPeople.spec.ts'].map((name) => `**/${name}`);

/**
 * Stories against the running server at `PARLEY_URL`, in Chromium's headless shell: the whole
 * browser, drawing for a window that is not there, takes half as long again.
 */
export default defineConfig({
  testDir: 'stories',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // The first stories want a server without a workspace; `--no-deps` runs others against one in use.
  projects: [
    { name: 'first', testMatch: first, workers: 1 },
    { name: 'rest', testIgnore: first, dependencies: ['first'] },
  ],
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  outputDir: 'reports/browser',
  use: {
    baseURL: process.env.PARLEY_URL ?? 'http://127.0.0.1:8080',
    viewport: { width: 1280, height: 800 },
    // What a worker fetches no story could hold up; the one about it allows it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.PARLEY_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
