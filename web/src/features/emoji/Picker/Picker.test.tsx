// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { loadEmoji } from '../../../richtext/emoji';
import { inWorkspace } from '../../../testing/inWorkspace';
import { Picker } from './Picker';
import { groupsOf, searchOf } from './choices';

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
