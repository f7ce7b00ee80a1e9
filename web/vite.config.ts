import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';
import { bundleBudget } from './tools/bundleBudget.ts';
import { compiledTexts } from './tools/compiledTexts.ts';
import { emojiData } from './tools/emoji.ts';
import { firstPaint } from './tools/firstPaint.ts';
import { precompress } from './tools/precompress.ts';
import { serviceWorker } from './tools/serviceWorker.ts';

const page = fileURLToPath(new URL('index.html', import.meta.url));
const server = process.env.PARLEY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    compiledTexts(),
    react(),
    emojiData(),
    serviceWorker(),
    precompress(),
    bundleBudget({ firstPaintKb: 180, laterKb: { Editor: 120 } }),
  ],
  build: {
    target: ['chrome120', 'firefox128', 'safari17.4'],
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [firstPaint(page)] } } },
  },
  server: {
    proxy: {
      '/api': { target: server },
      '/faces': { target: server },
      '/emoji': { target: server },
      '/operator': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    include: ['{src,tools}/**/*.test.{ts,tsx}'],
    // A file has a page and modules of its own, but no process: starting one takes longer than most
    // tests. With one worker all files would share a page.
    pool: 'vmThreads',
    maxWorkers: 2,
    vmMemoryLimit: '1GB',
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    restoreMocks: true,
    // A busy machine takes several times as long; what hangs still ends.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
