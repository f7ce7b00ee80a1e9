// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ContextMenu } from './ContextMenu';
import { Menu } from './Menu';

afterEach(cleanup);

const itemsFor = (told: string[]) =>
  ['Alpha', 'Beta', 'Boat'].map((label) => ({ id: label, label, run: () => told.push(label) }));

test('a menu is walked by arrows, ends and letters, and does what is chosen', async () => {
  const user = userEvent.setup();
  const told: string[] = [];
  render(
    <Menu label="Things" items={itemsFor(told)}>
      {'Things'}
    </Menu>,
  );
  const button = screen.getByRole('button', { name: 'Things' });
  await user.click(button);
  const at = () => document.activeElement?.textContent;
  expect(at()).toBe('Alpha');
  await user.keyboard('{ArrowUp}');
  expect(at()).toBe('Boat');
  await user.keyboard('{Home}b');
  expect(at()).toBe('Beta');
  await user.keyboard('b');
  expect(at()).toBe('Boat');
  await user.keyboard('{Enter}');
  expect(told).toEqual(['Boat']);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Esc leaves a menu with the focus where it was, and nothing is done', async () => {
  const user = userEvent.setup();
  const told: string[] = [];
  function Page() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          {'Row'}
        </button>
        {open && (
          <ContextMenu
            label="More"
            items={itemsFor(told)}
            at={{ x: 10, y: 10 }}
            onClose={() => setOpen(false)}
          />
        )}
      </>
    );
  }
  render(<Page />);
  const row = screen.getByRole('button', { name: 'Row' });
  await user.click(row);
  expect(screen.getByRole('menu', { name: 'More' })).toBeTruthy();
  await user.keyboard('{ArrowDown}{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(row);
  expect(told).toEqual([]);
});

test('one of several choices is marked', () => {
  const run = () => undefined;
  const items = [
    { id: 'a', label: 'By name', checked: true, run },
    { id: 'b', label: 'Newest first', checked: false, run },
  ];
  const onClose = () => undefined;
  render(<ContextMenu label="Sort" items={items} at={{ x: 0, y: 0 }} onClose={onClose} />);
  const marked = screen.getAllByRole('menuitemradio', { checked: true });
  expect(marked.map((each) => each.textContent)).toEqual(['By name']);
});
