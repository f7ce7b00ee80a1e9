// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { prefer } from '../../../app/preferences';
import { KeysContext, newDispatcher } from '../../../keys/useCommand';
import { inWorkspace } from '../../../testing/inWorkspace';
import { HelpDialog } from './HelpDialog';

afterEach(cleanup);

test('the help lists what can be done here, and finds it by words and by keys', async () => {
  const user = userEvent.setup();
  const page = await inWorkspace();
  const keys = newDispatcher();
  keys.on('browse', () => true);
  page.show(
    <KeysContext value={keys}>
      <HelpDialog onClose={() => undefined} />
    </KeysContext>,
  );
  const terms = () => screen.queryAllByRole('term').map(({ textContent }) => textContent);

  expect(terms()).toContain('Browse channels');
  expect(terms()).toContain('Message above');
  expect(terms()).not.toContain('Next conversation');
  expect(screen.getByText('G B')).toBeTruthy();

  await user.type(screen.getByLabelText('Find a shortcut'), 'shift+l');
  expect(terms()).toEqual(['Browse channels']);
  await user.type(screen.getByLabelText('Find a shortcut'), 'x');
  expect(screen.getByRole('status').textContent).toContain('shift+lx');
  await user.clear(screen.getByLabelText('Find a shortcut'));
  prefer('singleKeys', false);
  expect(await screen.findByText(/switched off/)).toBeTruthy();
  expect(screen.queryByText('G B')).toBeNull();
  prefer('singleKeys', true);
  await page.close();
});
