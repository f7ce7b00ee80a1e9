// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { followPreferences } from '../../../app/preferences';
import { preferencesOf } from '../../../models/preferences';
import { inWorkspace } from '../../../testing/inWorkspace';
import { showLook } from '../../../ui/theme';
import { SettingsDialog } from './SettingsDialog';

afterEach(cleanup);

const nothing = () => undefined;
const kept = () => preferencesOf(localStorage.getItem('parley.preferences'));

test('what is chosen takes effect at once, is kept, and is followed in the other tabs', async () => {
  const user = userEvent.setup();
  const page = await inWorkspace();
  followPreferences(showLook);
  const dialog = <SettingsDialog section="appearance" onClose={nothing} onSignOut={nothing} />;
  const { rerender } = page.show(dialog);

  await user.click(screen.getByLabelText('High contrast dark'));
  await user.click(screen.getByLabelText('Compact'));
  await user.click(screen.getByLabelText('125%'));
  const { dataset } = document.documentElement;
  expect([dataset.theme, dataset.density, dataset.text]).toEqual(['hc-dark', 'compact', '125']);
  expect(kept()).toMatchObject({ theme: 'hc-dark', density: 'compact', textSize: '125' });

  // Another tab chose something else.
  const other = JSON.stringify({ ...kept(), theme: 'light', enter: 'breaks' });
  localStorage.setItem('parley.preferences', other);
  window.dispatchEvent(new StorageEvent('storage', { key: 'parley.preferences' }));
  expect(dataset.theme).toBe('light');
  rerender(<SettingsDialog section="writing" onClose={nothing} onSignOut={nothing} />);
  expect(screen.getByLabelText(/^Starts a new line/)).toHaveProperty('checked', true);

  await user.click(screen.getByLabelText(/^Sends the message/));
  expect(kept()).toMatchObject({ theme: 'light', enter: 'sends' });
  await page.close();
});

test.each([
  ['reading', 'When a conversation opens'],
  ['shortcuts', 'Single letters act on a message'],
  ['accessibility', 'Messages that a screen reader says'],
  ['language', 'Language'],
  ['cache', 'Clear cache'],
  ['nonsense', 'Theme'],
])('the address names the part: %s', async (section, words) => {
  const page = await inWorkspace();
  page.show(<SettingsDialog section={section} onClose={nothing} onSignOut={nothing} />);

  expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  await page.close();
});
