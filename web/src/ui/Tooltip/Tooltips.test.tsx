// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import { IconButton } from '../Button/Button';
import { Tooltips } from './Tooltips';

beforeEach(() => {
  vi.useFakeTimers();
  const ui = (
    <Texts language={newLanguage('en', null)}>
      <IconButton label="Browse channels" command="browse">
        <i />
      </IconButton>
      <Tooltips />
    </Texts>
  );
  render(ui);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = () => screen.getByRole('button', { name: 'Browse channels' });
const shown = () => document.querySelector('[popover]')?.textContent;
const over = (element: Element) => {
  act(() => {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  });
};
const wait = (ms: number) => {
  act(() => void vi.advanceTimersByTime(ms));
};

test('after a moment under the pointer a button says its name and its key, until the pointer leaves', () => {
  over(button());
  wait(300);
  expect(shown()).toBeUndefined();
  wait(300);
  expect(shown()).toBe('Browse channelsCtrl+Shift+L');
  expect(button().getAttribute('title')).toBeNull();
  expect(button().getAttribute('aria-keyshortcuts')).toBe('Control+Shift+L');

  // Onto the tooltip itself, and away.
  over(document.querySelector('[popover]')!);
  wait(1000);
  expect(shown()).toBeDefined();
  over(document.body);
  wait(200);
  expect(shown()).toBeUndefined();
});

test('Esc puts it away and does nothing else while the pointer is there', () => {
  over(button());
  wait(600);
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  });
  expect(shown()).toBeUndefined();
});

test('the focus shows it at once, unless a press of the pointer brought the focus there', () => {
  act(() => {
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    button().focus();
  });
  expect(shown()).toBeUndefined();

  act(() => button().blur());
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    button().focus();
  });
  expect(shown()).toBe('Browse channelsCtrl+Shift+L');
});
