// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import { prefer } from '../../../app/preferences';
import '../../../i18n/enSettings';
import { Keys } from '../../../keys/Keys';
import { useCommand } from '../../../keys/useCommand';
import { usual } from '../../../models/preferences';
import { test } from '../../../testing/pageTest';
import { Shortcuts } from './Shortcuts';

afterEach(() => prefer('singleKeys', usual.singleKeys));

function Message({ onThread }: { onThread: () => boolean }) {
  useCommand('thread', onThread);
  return <article role="article" tabIndex={0} />;
}

test('letters act on a message until that is switched off; other keys go on', async ({
  page,
  user,
}) => {
  const onThread = vi.fn(() => true);
  page.show(
    <Keys>
      <Shortcuts />
      <Message onThread={onThread} />
    </Keys>,
  );
  const press = async (keys: string) => {
    screen.getByRole('article').focus();
    await user.keyboard(keys);
    return onThread.mock.calls.length;
  };

  expect(await press('t')).toBe(1);
  const name = 'Single letters act on a message';
  await user.click(screen.getByRole('checkbox', { name, description: /E edits, T opens/ }));
  expect(await press('t')).toBe(1);
  expect(await press('{ArrowRight}')).toBe(2);
  await user.click(screen.getByRole('checkbox', { name }));
  expect(await press('t')).toBe(3);
});
