import { expect, test } from 'vitest';
import { presses, type Stroke } from './chord';
import { commands, type Command } from './commands';
import { shownKeys, spokenKeys } from './shown';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrl = { ...none, ctrlKey: true };
const press = (key: string, code: string, mods: Partial<Stroke> = {}): Stroke => ({
  ...none,
  key,
  code,
  ...mods,
});

test.each([
  ['QWERTY', press('k', 'KeyK', ctrl), 'Mod+K', true],
  ['QWERTY with Shift', press('A', 'KeyA', { ...ctrl, shiftKey: true }), 'Mod+Shift+A', true],
  ['Shift is not asked for', press('K', 'KeyK', { ...ctrl, shiftKey: true }), 'Mod+K', false],
  ['AZERTY: the letter, not its place', press('a', 'KeyQ', ctrl), 'Mod+A', true],
  ['AZERTY: not the place', press('a', 'KeyQ', ctrl), 'Mod+Q', false],
  [
    'AZERTY: digits by place',
    press('à', 'Digit7', { ...ctrl, shiftKey: true }),
    'Mod+Shift+7',
    true,
  ],
  ['AZERTY: a digit alone', press('&', 'Digit1'), '1', true],
  ['QWERTZ: a slash is Shift+7', press('/', 'Digit7', { ...ctrl, shiftKey: true }), 'Mod+/', true],
  ['QWERTZ: Z and Y', press('z', 'KeyY', ctrl), 'Mod+Z', true],
  ['Cyrillic: by place', press('л', 'KeyK', ctrl), 'Mod+K', true],
  ['arrows', press('ArrowDown', 'ArrowDown', { ...none, altKey: true }), 'Alt+ArrowDown', true],
  ['a key without its modifier', press('k', 'KeyK'), 'Mod+K', false],
])('%s', (_, stroke, chord, wanted) => {
  expect(presses(stroke, chord, false)).toBe(wanted);
});

test('on a Mac, Mod is the command key', () => {
  expect(presses(press('k', 'KeyK', { ...none, metaKey: true }), 'Mod+K', true)).toBe(true);
  expect(presses(press('k', 'KeyK', ctrl), 'Mod+K', true)).toBe(false);
});

test('keys are shown and spoken in the words of the machine', () => {
  expect(shownKeys('Mod+Shift+A', false)).toBe('Ctrl+Shift+A');
  expect(shownKeys('Mod+Shift+A', true)).toBe('⇧⌘A');
  expect(shownKeys('Alt+ArrowDown', false)).toBe('Alt+↓');
  expect(shownKeys('G U', false)).toBe('G U');
  expect(spokenKeys('Mod+K', false)).toBe('Control+K');
  expect(spokenKeys('Mod+K', true)).toBe('Meta+K');
});

const all: readonly Command[] = commands;

test('no command takes a key that belongs to the browser or to writing', () => {
  const never =
    /^Mod\+[WNTRLPHJ]$|^Ctrl\+Tab$|^Mod\+Shift\+[NTWCJ]$|^(Mod|Ctrl)\+Alt\+|Insert|CapsLock|^F6$/;
  const taken = all.flatMap(({ keys }) => keys).filter((chord) => never.test(chord));
  expect(taken).toEqual([]);
});

test('no two commands that listen at one place want the same key', () => {
  const clashes = all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((two) => {
      const together =
        one.scope === two.scope || [one, two].some((each) => each.scope === 'anywhere');
      const same = one.keys.filter((chord) => (two.keys as string[]).includes(chord));
      return together && same.length > 0 ? [`${one.id} and ${two.id}: ${same.join()}`] : [];
    }),
  );
  expect(clashes).toEqual([]);
});

test('a single character is never the only way outside of a message', () => {
  const only = all.filter(
    ({ scope, keys }) =>
      scope !== 'message' && keys.length > 0 && keys.every((chord) => chord.length === 1),
  );
  expect(only.map(({ id }) => id)).toEqual([]);
});
