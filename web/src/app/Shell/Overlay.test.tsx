// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, vi } from 'vitest';
import { test } from '../../testing/pageTest';
import { Overlay, type OverlayName } from './Overlay';

// The dialog is on its way until the test lets it come.
const way = vi.hoisted(() => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
});
vi.mock('../../features/browse/CreateDialog/CreateDialog', async (load) => {
  const whole = await load<Record<string, unknown>>();
  await way.opened;
  return whole;
});

let show: (name: OverlayName | undefined) => void = () => undefined;

function Shown() {
  const [name, setName] = useState<OverlayName>();
  show = setName;
  const nothing = () => undefined;
  return (
    <Overlay
      name={name}
      section={undefined}
      open={undefined}
      onOpen={nothing}
      onClose={() => setName(undefined)}
      onSignOut={nothing}
    />
  );
}

test('what is typed for a dialog on its way stands in it, and not in another one', async ({
  page,
  user,
}) => {
  page.show(<Shown />);
  act(() => show('create'));
  await user.type(screen.getByLabelText('One moment…', { selector: 'input' }), 'boats');
  act(() => show(undefined));
  act(() => show('create'));
  await user.type(screen.getByLabelText('One moment…', { selector: 'input' }), 'sails');
  act(way.open);

  const name = await screen.findByLabelText<HTMLInputElement>('Name');
  expect(name.value).toBe('sails');

  act(() => show(undefined));
  act(() => show('create'));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('');
});
