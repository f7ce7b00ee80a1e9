// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Emoji } from '../../../protocol/generated';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { emojiNameOf } from '../NewEmoji/emojiPicture';
import { EmojiPart } from './EmojiPart';

let page: InWorkspace;
const tell = (emoji: Emoji) => page.world.log('T1', { type: 'emoji_changed', emoji });

beforeEach(async () => {
  page = await inWorkspace();
  tell({ id: 'Em1', name: 'parrot', path: '/emoji/1', created_by: page.bob });
  await waitFor(() => expect(page.workspace.store.getState().emoji.Em1).toBeDefined());
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('own emoji are found, get another name and are removed', async () => {
  const user = userEvent.setup();
  page.answers['admin.emoji.rename'] = ({ new_name }) => {
    if (new_name === 'tada') return refuse('error_name_taken');
    tell({ id: 'Em1', name: String(new_name), path: '/emoji/1', created_by: page.bob });
    return answer({});
  };
  page.answers['admin.emoji.remove'] = () => {
    tell({ id: 'Em1', name: 'parakeet', created_by: page.bob, removed: true });
    return answer({});
  };
  page.show(<EmojiPart />);

  expect(screen.getByText('Added by Bob Brown')).toBeTruthy();
  await user.type(screen.getByLabelText('Find an emoji'), 'cat');
  expect(screen.getByText("Nothing matches 'cat'.")).toBeTruthy();
  await user.clear(screen.getByLabelText('Find an emoji'));

  await user.click(await screen.findByRole('button', { name: 'Rename :parrot:' }));
  await user.clear(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Name'), 'tada{Enter}');
  expect(await screen.findByText('That name is taken. Choose another one.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Name'));
  await user.type(screen.getByLabelText('Name'), 'Parakeet{Enter}');
  expect(await screen.findByText(':parakeet:')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Remove :parakeet:' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText(/^The workspace has no emoji/)).toBeTruthy();
});

test('a picture or another name of an emoji is added', async () => {
  const user = userEvent.setup();
  const seen: unknown[] = [];
  page.answers['emoji.add'] = (args) => (seen.push(args), answer({}));
  page.show(<EmojiPart />);

  await user.click(screen.getByRole('button', { name: 'Add an emoji' }));
  const picture = new File(['GIF89a'], 'Party Cat.gif', { type: 'image/gif' });
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, picture);
  await waitFor(() => expect(screen.getByDisplayValue('party_cat')).toBeTruthy());
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await user.click(screen.getByRole('button', { name: 'Add an emoji' }));
  await user.click(screen.getByLabelText('Another name of an emoji'));
  await user.type(screen.getByLabelText('Of which emoji'), ':parrot:');
  await user.type(screen.getByLabelText('Name'), 'bird{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(seen).toEqual([
    { mode: 'data', name: 'party_cat', image: btoa('GIF89a') },
    { mode: 'alias', name: 'bird', alias_for: 'parrot' },
  ]);
});

test('a name comes from that of the file', () => {
  expect(emojiNameOf('Ship It!.v2.png')).toBe('ship_it_v2');
});
