// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import { Toasts, useToast } from './Toast';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The part is read from the disk at first. */
const patient = { timeout: 5000 };

let toast: ReturnType<typeof useToast>;
function Asker() {
  toast = useToast();
  return null;
}

const show = () =>
  render(
    <Texts language={newLanguage('en', null)}>
      <Toasts>
        <Asker />
      </Toasts>
    </Texts>,
  );

test('what was done is told for a while; the next one takes its place', async () => {
  show();
  act(() => toast({ text: 'Link copied.' }));
  expect(await screen.findByText('Link copied.', {}, patient)).toBeTruthy();
  vi.useFakeTimers();
  act(() => toast({ text: 'Text copied.' }));
  expect(screen.queryByText('Link copied.')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('Text copied.');
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.queryByText('Text copied.')).toBeNull();
});

test('it can be taken back, once', async () => {
  show();
  const run = vi.fn();
  act(() => toast({ text: 'Deleted.', action: { label: 'Undo', run } }));
  const undo = await screen.findByRole('button', { name: 'Undo' }, patient);
  act(() => undo.click());
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText('Deleted.')).toBeNull();
});
