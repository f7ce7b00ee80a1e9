// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { loadEmoji } from '../../../richtext/emoji';
import { inWorkspace } from '../../../testing/inWorkspace';
import { Picker } from './Picker';
import { groupsOf, searchOf, stepFrom } from './choices';

afterEach(cleanup);

const anchor = document.createElement('div');

test('what is typed is found, arrows walk, Enter takes', async () => {
  const user = userEvent.setup();
  await loadEmoji();
  const page = await inWorkspace();
  const picked: string[] = [];
  page.show(
    <Picker
      anchor={anchor}
      onPick={(name) => picked.push(name)}
      onClose={() => picked.push('closed')}
    />,
  );
  const field = screen.getByRole('combobox');

  expect(document.activeElement).toBe(field);
  await user.keyboard('{ArrowRight}{Enter}');
  await user.type(field, 'rocket');
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-label')).toBe('rocket');
  await user.keyboard('{Enter}{Escape}');

  expect(picked).toEqual(['tada', 'rocket', 'closed']);
  await page.close();
});

test("the workspace's own emoji have a group, and are found", async () => {
  const table = await loadEmoji();
  const own = new Map([['acme_logo', '/emoji/T1/logo.png']]);
  const groups = groupsOf(table, own, ['acme_logo', 'tada', 'no_such']);

  expect(
    groups.slice(0, 2).map(({ key, choices }) => [key, choices.map(({ name }) => name)]),
  ).toEqual([
    ['used', ['acme_logo', 'tada']],
    ['custom', ['acme_logo']],
  ]);
  expect(searchOf(table, own, ':acme')[0]?.picture).toBe('/emoji/T1/logo.png');
  expect(searchOf(table, own, 'thumbsup')[0]?.name).toBe('+1');
  expect(searchOf(table, own, 'no such thing')).toEqual([]);
});

test('arrows walk lines, of which every group begins one', () => {
  const of = (count: number) => ({
    key: `${count}`,
    choices: Array.from({ length: count }, (_, at) => ({
      name: `${at}`,
      glyph: undefined,
      picture: undefined,
    })),
  });
  // 0–8 and 9–10; then 11–19 and 20.
  const groups = [of(11), of(10)];
  const walk = (from: number, ...keys: string[]) =>
    keys.reduce((at, key) => stepFrom(at, `Arrow${key}`, groups), from);

  expect(walk(3, 'Down')).toBe(10);
  expect(walk(1, 'Down', 'Down')).toBe(12);
  expect(walk(10, 'Right')).toBe(11);
  expect(walk(20, 'Down', 'Right')).toBe(20);
  expect(walk(12, 'Up', 'Up')).toBe(1);
  expect(walk(0, 'Up', 'Left')).toBe(0);
});

test('a skin tone is chosen once, and emoji of people have it from then on', async () => {
  const user = userEvent.setup();
  await loadEmoji();
  const page = await inWorkspace();
  const picked: string[] = [];
  page.show(
    <Picker anchor={anchor} onPick={(name) => picked.push(name)} onClose={() => undefined} />,
  );
  const field = screen.getByRole('combobox');
  await user.click(screen.getByRole('button', { name: 'Medium' }));
  await user.type(field, 'wave');
  expect(screen.getAllByRole('option')[0]?.textContent).toBe('👋🏽');
  await user.keyboard('{Enter}');
  await user.clear(field);
  await user.type(field, 'rocket{Enter}');
  await user.click(screen.getByRole('button', { name: 'No skin tone' }));
  await user.clear(field);
  await user.type(field, 'wave{Enter}');
  expect(picked).toEqual(['wave::skin-tone-4', 'rocket', 'wave']);
  await page.close();
});
