// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Toasts } from '../../../ui/Toast/Toast';
import { FilesRefused } from './FilesRefused';

const told = "Files can't be sent yet. Send a link instead.";

function show(page: InWorkspace) {
  page.show(
    <Toasts>
      <FilesRefused />
      <p>{'Page'}</p>
      <input type="file" aria-label={'Picture'} />
    </Toasts>,
  );
  return screen.getByText('Page');
}

interface Carried {
  types: readonly string[];
  text?: string;
}

/** Whether the page has taken the event from the browser. */
function fire(at: Element, type: string, { types, text = '' }: Carried): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const data = { types, getData: () => text };
  Object.assign(event, type === 'paste' ? { clipboardData: data } : { dataTransfer: data });
  act(() => void at.dispatchEvent(event));
  return event.defaultPrevented;
}

test('a file that is dropped does not take the place of the page, and that is told', async ({
  page,
}) => {
  const at = show(page);

  expect(fire(at, 'dragover', { types: ['Files'] })).toBe(true);
  expect(screen.queryByText(told)).toBeNull();
  expect(fire(at, 'drop', { types: ['Files'] })).toBe(true);
  expect(await screen.findByText(told)).toBeTruthy();
});

test('what is not a file, and a field for files, are left to the browser', ({ page }) => {
  const at = show(page);

  for (const type of ['dragover', 'drop']) {
    expect(fire(at, type, { types: ['text/plain'] })).toBe(false);
    expect(fire(screen.getByLabelText('Picture'), type, { types: ['Files'] })).toBe(false);
  }
  expect(screen.queryByText(told)).toBeNull();
});

test('a picture that is pasted is told of; one that comes along with text is not', ({ page }) => {
  const at = show(page);

  fire(at, 'paste', { types: ['text/plain', 'text/html', 'Files'], text: 'A table' });
  expect(screen.queryByText(told)).toBeNull();
  fire(at, 'paste', { types: ['text/html', 'Files'] });
  expect(screen.getByText(told)).toBeTruthy();
});
