import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
);

function declarations(name: string): string[] {
  const text = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return text
    .split('\n')
    .filter((line) => !line.trim().startsWith('@'))
    .map((line) => line.trim());
}

const rawColour = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;
const rawLength = /:.*\b\d+(\.\d+)?px/;
const physical =
  /^(margin|padding|border)-(left|right|top|bottom)|^(left|right|top|bottom|width|height|min-width|max-width|min-height|max-height):|text-align: (left|right)/;

test.each(sheets)('%s takes every colour and length from the tokens', (name) => {
  const wrong = declarations(name).filter((line) => rawColour.test(line) || rawLength.test(line));

  expect(wrong).toEqual([]);
});

test.each(sheets)('%s uses logical properties', (name) => {
  expect(declarations(name).filter((line) => physical.test(line))).toEqual([]);
});

const directed = /import \{[^}]*\b(Arrow|Chevron)(Left|Right)\b[^}]*\} from 'lucide-react'/;
const pointing = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.tsx') && directed.test(readFileSync(join(root, name), 'utf8')),
);

test.each(pointing)('what points in %s is turned where the page runs from the right', (name) => {
  const code = readFileSync(join(root, name), 'utf8');
  const [, sheet = ''] = /from '(\.\/[^']+\.module\.css)'/.exec(code) ?? [];
  expect(readFileSync(join(root, name, '..', sheet), 'utf8')).toContain(':dir(rtl)');
});
