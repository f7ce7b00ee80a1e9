// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from './regions';

let stop: () => void;

beforeEach(() => {
  const pane = document.createElement('div');
  pane.dataset.region = 'pane';
  pane.append(document.createElement('input'));
  document.body.replaceChildren(pane);
  stop = keepFocus(document.body);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const field = () => document.querySelector('input')!;

/** What has the focus goes away, and a button comes in its place. */
async function replace(): Promise<FocusOptions | undefined> {
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  const button = document.createElement('button');
  field().replaceWith(button);
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
  return focus.mock.lastCall?.[0];
}

/** A part of the page with a button. */
function part(name: string): HTMLElement {
  const made = document.createElement('div');
  made.dataset.region = name;
  made.append(document.createElement('button'));
  return made;
}

test.for(['at once', 'once it is there'])(
  'when a pane covers what has the focus the pane takes it, %s',
  async (when) => {
    const [list, pane] = [part('list'), part('pane')];
    document.body.replaceChildren(part('sidebar'), list, ...(when === 'at once' ? [pane] : []));
    document.querySelector<HTMLElement>('[data-region=sidebar]')!.style.display = 'none';
    list.querySelector('button')!.focus();

    list.style.visibility = 'hidden';
    // As browsers do with what is hidden.
    list.querySelector('button')!.blur();
    if (when !== 'at once') {
      await new Promise((done) => void setTimeout(done, 5));
      expect(document.activeElement).toBe(document.body);
      document.body.append(pane);
    }
    await vi.waitFor(() => expect(document.activeElement).toBe(pane.querySelector('button')));
  },
);

test('who leaves what is still shown is left in peace', async () => {
  field().focus();
  field().blur();
  document.body.append(part('list'));
  await new Promise((done) => void setTimeout(done, 5));
  expect(document.activeElement).toBe(document.body);
});

const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));

test('when what one was at goes away the focus is beside it, shown to who moves by keys', async () => {
  field().focus();
  press(field(), 'x');
  press(field(), 'ArrowLeft', { altKey: true });
  expect(await replace()).toEqual({ focusVisible: true });
});

test.for([
  ['presses the pointer', () => new PointerEvent('pointerdown', { bubbles: true })],
  ['writes', () => new KeyboardEvent('keydown', { key: 'x', bubbles: true })],
] as const)('no ring is around a button that has the focus for who %s', async ([, event]) => {
  field().focus();
  press(field(), 'Escape');
  field().dispatchEvent(event());
  expect(await replace()).toEqual({ focusVisible: false });
});
