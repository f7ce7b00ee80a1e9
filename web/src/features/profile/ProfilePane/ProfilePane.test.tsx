// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Cards } from '../Cards/Cards';
import { ProfilePane } from './ProfilePane';

let page: InWorkspace;
let said: Record<string, unknown>;
beforeEach(async () => {
  page = await inWorkspace();
  said = { title: 'Lead designer', status_emoji: ':palm_tree:', status_text: 'Away' };
  const { world, answers } = page;
  answers['users.info'] = ({ user: id }) => {
    const { user } = world.accounts.get(String(id))!;
    return answer({ user: { ...user, profile: { ...user.profile, ...said } } });
  };
  answers['team.profile.get'] = () =>
    answer({ profile: { fields: [{ id: 'Xf1', label: 'Team', hint: '', type: 'text' }] } });
  answers['users.profile.get'] = () => answer({ profile: { fields: { Xf1: { value: 'Brand' } } } });
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('a profile says who somebody is, and leads to a message', async () => {
  page.show(<ProfilePane id={page.bob} />);

  expect(await screen.findByText('Lead designer')).toBeTruthy();
  expect(screen.getByText('bob@acme.test').getAttribute('href')).toBe('mailto:bob@acme.test');
  expect(screen.getByText('Away')).toBeTruthy();
  expect(await screen.findByText('Brand')).toBeTruthy();
  expect(screen.getByText('Member')).toBeTruthy();
  const message = screen.getByRole('link', { name: 'Message' });
  expect(message.getAttribute('href')).toBe(`/w/acme/dm/${page.bob}`);
});

test('what one says of oneself is changed, the fields of the workspace too', async () => {
  const user = userEvent.setup();
  const seen: unknown[] = [];
  page.answers['users.profile.set'] = ({ profile }) => {
    if (seen.push(profile) === 1) return refuse('invalid_starts_with_at');
    said = { ...said, ...(profile as object), fields: null };
    return answer({});
  };
  page.show(<ProfilePane id={page.me} />);

  await user.click(await screen.findByRole('button', { name: 'Edit profile' }));
  await user.type(screen.getByLabelText('Display name'), 'Al');
  await user.type(await screen.findByLabelText('Team'), 's{Enter}');
  expect(await screen.findByText('A name does not start with @.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const fields = { Xf1: { value: 'Brands', alt: '' } };
  expect(seen).toEqual([
    { display_name: 'Al', fields },
    { display_name: 'Al', fields },
  ]);
  expect((await screen.findAllByText('Al')).length).toBeGreaterThan(0);
});

test('a profile that does not come is asked for again', async () => {
  const user = userEvent.setup();
  const known = page.answers['users.info']!;
  page.answers['users.info'] = () => refuse('not_authorized');
  page.show(<ProfilePane id={page.bob} />);

  expect(await screen.findByText("You're not allowed to do this.")).toBeTruthy();
  page.answers['users.info'] = known;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Lead designer')).toBeTruthy();
});

test('of somebody who does not exist that is told, without a name, and nothing is offered', async () => {
  page.answers['users.info'] = () => refuse('user_not_found');
  page.show(<ProfilePane id="UNOBODY" />);

  expect(await screen.findByText('There is no such person here.')).toBeTruthy();
  expect(screen.queryByText('UNOBODY')).toBeNull();
  const offered = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  expect(offered).toEqual(['Close (Esc)']);
});

test('what was said of one person is not said of the next while that is on its way', async () => {
  const known = page.answers['users.info']!;
  page.answers['users.info'] = (args) =>
    args.user === page.bob ? known(args) : refuse('user_not_found');
  const { rerender } = page.show(<ProfilePane id="UNOBODY" />);
  expect(await screen.findByText('There is no such person here.')).toBeTruthy();

  rerender(<ProfilePane id={page.bob} />);
  expect(screen.queryByText('There is no such person here.')).toBeNull();
  expect(await screen.findByText('Lead designer')).toBeTruthy();
});

test('a card comes by a key with the focus in it, and Esc gives it back', async () => {
  const user = userEvent.setup();
  page.show(
    <>
      <span data-person={page.bob} role="button" tabIndex={0}>
        {'@Bob'}
      </span>
      <Cards />
    </>,
  );

  screen.getByText('@Bob').focus();
  await user.keyboard(' ');
  const card = await screen.findByRole('dialog', { name: 'About Bob Brown' });
  expect(card.contains(document.activeElement)).toBe(true);
  expect(await screen.findByText('Lead designer')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByText('@Bob'));

  const row = screen.getByText('@Bob').parentElement!;
  row.setAttribute('role', 'article');
  row.tabIndex = 0;
  row.focus();
  await user.keyboard(' ');
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(row);

  await user.hover(screen.getByText('@Bob'));
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await user.click(screen.getByText('@Bob'));
  expect(page.path()).toBe(`/w/acme/people/${page.bob}`);
});
