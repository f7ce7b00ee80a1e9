// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { inWorkspace } from '../../../testing/inWorkspace';
import { Picker } from './Picker';

// By itself: where the emoji have been loaded once, they are there.
const anchor = document.createElement('div');

afterEach(cleanup);

test('what is often used is there before the emoji are, and they come below it', async () => {
  const page = await inWorkspace();
  page.show(<Picker anchor={anchor} onPick={() => undefined} onClose={() => undefined} />);
  const names = () =>
    screen.queryAllByRole('option').map((each) => each.getAttribute('aria-label'));
  const early = names();
  expect(early.slice(0, 2)).toEqual(['+1', 'tada']);
  expect(screen.getByRole('group', { name: 'Often used' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Smileys and feelings' })).toBeNull();

  expect(await screen.findByRole('group', { name: 'Smileys and feelings' })).toBeTruthy();
  expect(names().slice(0, early.length)).toEqual(early);
  // Enough to leave no blank.
  expect(names().length).toBeGreaterThan(72);
  await page.close();
});
