// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import { alice, conversation } from '../../../testing/builders';
import { test } from '../../../testing/pageTest';
import { About } from './About';

const buttons = () => screen.queryAllByRole('button').map((each) => each.textContent);

test('a direct message says who is in it, and has no topic', ({ page }) => {
  const { bob } = page;
  const group = conversation({ id: 'G1', is_mpim: true, users: [bob] });
  page.show(<About conversation={group} name="" />);

  const people = screen.getByRole('region', { name: 'People' });
  expect(people.textContent).toContain('Bob Brown');
  expect(people.textContent).toContain('you');
  const profile = within(people).getByRole('link', { name: /Bob Brown/ });
  expect(profile.getAttribute('href')).toBe(`/w/acme/people/${bob}`);
  expect(screen.queryByText('Topic')).toBeNull();
  expect(screen.getByLabelText('Channel ID')).toHaveProperty('value', 'G1');
});

test.for([
  ['guests read it', { rank: 'guest' }, false],
  ['in an archived channel all read it', {}, true],
] as const)('%s only', ([, rank, is_archived], { page }) => {
  const { me, workspace } = page;
  act(() => workspace.store.setState({ people: { [me]: { ...alice, id: me, ...rank } } }));
  const given = conversation({ topic: 'Boats', creator: me, is_archived });
  page.show(<About conversation={given} name="of-oars-and-sails" />);

  expect(screen.getByText('Boats')).toBeTruthy();
  // On a phone there is not always room for it above the messages.
  expect(screen.getByText('of-oars-and-sails')).toBeTruthy();
  expect(screen.getByText(/^Alice Adams on /)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  expect(buttons().includes('Add a bookmark')).toBe(!is_archived);
});
