// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { Profiler, useState } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Keys } from '../../keys/Keys';
import { parseAddress } from '../../models/address';
import { usual } from '../../models/preferences';
import { test as base } from '../../testing/pageTest';
import { GoContext } from '../../ui/Link/useGo';
import { prefer } from '../preferences';
import { Shell } from './Shell';

const test = base.extend('boats', async ({ page }) => {
  const { id } = page.world.addChannel('channel', 'boats', [page.me, page.bob]);
  await waitFor(() => expect(page.workspace.store.getState().conversations[id]).toBeDefined());
  return `/w/acme/c/${id}`;
});

beforeEach(() => localStorage.clear());
afterEach(() => prefer('sidebarHidden', usual.sidebarHidden));

/** Parts are read from the disk at first. */
const patient = { timeout: 5000 };
const title = (name: string) => screen.findByRole('heading', { level: 1, name });

/** A page whose address changes. */
function Shown({ first }: { first: string }) {
  const [path, go] = useState(first);
  return (
    <GoContext value={go}>
      <Keys>
        <Shell address={parseAddress(path)} onSignOut={() => undefined} />
      </Keys>
    </GoContext>
  );
}

test('one starts in general and goes to another channel; the tab says where one is', async ({
  page,
  user,
  boats,
}) => {
  page.show(<Shown first="/w/acme" />);

  expect(await title('general')).toBeTruthy();
  expect(document.title).toBe('#general – Acme');
  const link = screen.getByRole('link', { name: 'boats' });
  expect(link.getAttribute('href')).toBe(boats);
  await user.click(link);
  expect(await title('boats')).toBeTruthy();
  expect(document.title).toBe('#boats – Acme');
});

test('the sidebar goes away and comes back', async ({ page, user, boats }) => {
  page.show(<Shown first={boats} />);
  const link = () => screen.queryByRole('link', { name: 'general' });

  await user.click(screen.getByRole('button', { name: 'Hide the sidebar' }));
  expect(link()).toBeNull();
  expect(await title('boats')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show the sidebar' }));
  expect(link()).toBeTruthy();
});

test('the preferences stand above the conversation, and closing them leads back to it', async ({
  page,
  user,
  boats,
}) => {
  page.show(<Shown first={boats} />);

  await user.click(screen.getByRole('button', { name: 'Workspace menu' }));
  await user.click(screen.getByRole('menuitem', { name: 'Preferences' }));
  const dialog = await screen.findByRole('dialog', { name: 'Preferences' }, patient);
  expect(document.title).toBe('#boats – Acme');
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await title('boats')).toBeTruthy();
});

test('what stands beside a conversation is closed, and the conversation stays', async ({
  page,
  user,
  boats,
}) => {
  page.show(<Shown first={`${boats}/details/about`} />);

  const pane = await screen.findByRole('complementary', { name: 'Details' }, patient);
  await user.click(within(pane).getByRole('button', { name: /^Close/ }));
  expect(screen.queryByRole('complementary', { name: 'Details' })).toBeNull();
  expect(await title('boats')).toBeTruthy();
});

test('where there is no conversation, that is told beside no pane, with a way back', async ({
  page,
}) => {
  page.show(<Shown first="/w/acme/c/CNONE/details/about" />);

  expect(
    await screen.findByText("You can't see this, or it does not exist.", {}, patient),
  ).toBeTruthy();
  const back = screen.getByText('Back to conversations');
  expect(back.getAttribute('href')).toBe('/w/acme');
  expect(back.closest('[data-side]')?.getAttribute('data-side')).toBe('false');
});

test('what is said where one is not draws the row that becomes unread, and then nothing', async ({
  page,
  boats,
}) => {
  const drawn = vi.fn();
  const { store } = page.workspace;
  const id = boats.slice(boats.lastIndexOf('/') + 1);
  const hear = () => {
    const { conversations } = store.getState();
    const old = conversations[id]!;
    const heard = { ...old, message_number: old.message_number + 1 };
    act(() => store.setState({ conversations: { ...conversations, [id]: heard } }));
  };
  page.show(
    <Profiler id="shell" onRender={drawn}>
      <Shown first="/w/acme" />
    </Profiler>,
  );
  expect(await title('general')).toBeTruthy();
  const row = await screen.findByRole('link', { name: 'boats' });
  hear();
  expect(row.dataset.unread).toBe('true');
  // Parts that are read from the disk may come for a while.
  await waitFor(() => {
    drawn.mockClear();
    hear();
    expect(drawn).not.toHaveBeenCalled();
  }, patient);
});
