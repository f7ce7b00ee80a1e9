// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import '../../../i18n/enEmoji';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { NewEmoji } from './NewEmoji';

afterEach(() => vi.unstubAllGlobals());

const gif = new File(['GIF89a'], 'Party Cat.gif', { type: 'image/gif' });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const add = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Add' });
const file = () =>
  screen.getByLabelText<HTMLInputElement>('Choose a picture', { selector: 'input' });
const unreadable = () => screen.queryByText(/^This is not a picture that the page can read\./);

test('a name that was typed stays when the picture comes; only both together are sent', async ({
  page,
  user,
}) => {
  const onClose = vi.fn();
  page.answers['emoji.add'] = () => answer({});
  page.show(<NewEmoji onClose={onClose} />);

  await user.type(field('Name'), ':Ship It!');
  expect(field('Name').value).toBe('ship_it');
  expect(add().disabled).toBe(true);
  await user.upload(file(), gif);
  expect(await screen.findByText('Party Cat.gif')).toBeTruthy();
  expect(field('Name').value).toBe('ship_it');
  await user.click(add());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const sent = page.calls.seen.filter(({ method }) => method === 'emoji.add');
  expect(sent.map(({ args }) => args.name)).toEqual(['ship_it']);
});

test('what is no picture is said until there is one, or none is wanted', async ({ page, user }) => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')));
  page.show(<NewEmoji onClose={() => undefined} />);
  const broken = new File(['words'], 'notes.png', { type: 'image/png' });

  await user.upload(file(), broken);
  await waitFor(() => expect(unreadable()).toBeTruthy());
  expect(field('Name').value).toBe('');
  await user.upload(file(), gif);
  await waitFor(() => expect(unreadable()).toBeNull());
  await user.upload(file(), broken);
  await waitFor(() => expect(unreadable()).toBeTruthy());
  await user.click(screen.getByRole('radio', { name: 'Another name of an emoji' }));
  expect(unreadable()).toBeNull();
});

test('a name that is taken is said until another one is typed', async ({ page, user }) => {
  const onClose = vi.fn();
  page.answers['emoji.add'] = () => refuse('error_name_taken');
  page.show(<NewEmoji onClose={onClose} />);

  await user.click(screen.getByRole('radio', { name: 'Another name of an emoji' }));
  await user.type(field('Of which emoji'), 'tada');
  await user.type(field('Name'), 'party{Enter}');
  expect(await screen.findByText('That name is taken. Choose another one.')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  await user.type(field('Name'), '2');
  expect(screen.queryByText(/^That name is taken/)).toBeNull();
});
