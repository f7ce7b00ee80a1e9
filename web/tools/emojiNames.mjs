// Writes what the server knows of standard emoji: npm run emoji
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('emoji.ts', import.meta.url)));
writeFileSync(module.serversFile, module.emojiNames());
