// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enProfile';
import { alice, userOf } from '../../../testing/builders';
import { test } from '../../../testing/pageTest';
import type { ProfileField } from '../useFields';
import { FactList, NameFacts } from './Facts';

const user = userOf(alice);
const fieldOf = (id: string, label: string): ProfileField => {
  return { id, label, hint: '', type: 'link', possible_values: [], is_hidden: false };
};

test('only addresses that are safe to follow are links', ({ page }) => {
  const held = {
    fields: [fieldOf('Xf1', 'Site'), fieldOf('Xf2', 'Trap'), fieldOf('Xf3', 'Blank')],
    values: { Xf1: 'https://alice.test', Xf2: 'javascript:alert(1)' },
  };
  page.show(<FactList user={user} held={held} />);

  expect(screen.getByText('https://alice.test').getAttribute('rel')).toContain('noopener');
  expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
  expect(screen.queryByText('Blank')).toBeNull();
});

test('who is deactivated has no local time and is neither there nor away', ({ page }) => {
  page.show(
    <>
      <NameFacts user={{ ...user, deleted: true }} active />
      <FactList user={{ ...user, deleted: true }} held={undefined} />
    </>,
  );

  expect(screen.queryByText('Local time')).toBeNull();
  expect(screen.queryByRole('img', { name: 'active' })).toBeNull();
  expect(screen.getByText('Deactivated')).toBeTruthy();
});

test('a status that is over is not shown', ({ page }) => {
  const status_expiration = Math.floor(Date.now() / 1000);
  const said = { ...user.profile, status_text: 'Lunch', display_name: 'Al' };
  const shown = (end: number) => (
    <NameFacts user={{ ...user, profile: { ...said, status_expiration: end } }} active={false} />
  );
  const { rerender } = page.show(shown(status_expiration - 60));

  expect(screen.queryByText('Lunch')).toBeNull();
  expect(screen.getByText('Alice Adams')).toBeTruthy();
  rerender(shown(status_expiration + 3600));
  expect(screen.getByText('Lunch')).toBeTruthy();
  expect(screen.getByText(/^until /)).toBeTruthy();
});
