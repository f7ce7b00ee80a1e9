// Serves the built page with a fake server: node tools/fake.mjs [port] [--demo]
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const port = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? 8090);
const demo = process.argv.includes('--demo');
const { module } = await runnerImport(
  fileURLToPath(new URL('../src/testing/fake/demo.ts', import.meta.url)),
);
module.start(fileURLToPath(new URL('../dist', import.meta.url)), port, demo);
console.log(`http://127.0.0.1:${port}`);
