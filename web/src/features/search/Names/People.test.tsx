// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { People } from './People';

/** A page that holds nobody but the person at it. */
function holdsFew({ me, workspace }: InWorkspace) {
  const { people } = workspace.store.getState();
  act(() => workspace.store.setState({ people: { [me]: people[me]! }, allPeople: false }));
}
const names = () => screen.queryAllByRole('link').map((each) => each.getAttribute('aria-label'));
const queries = ({ calls }: InWorkspace) =>
  calls.seen.flatMap(({ method, args }) =>
    method === 'client.users' && args.query !== undefined ? [args.query] : [],
  );

test('people whom the page does not hold are asked for, and nobody is said to be missing before', async ({
  page,
}) => {
  page.world.addUser('zora', 'Lizora Quist', 'zora@acme.test', '');
  holdsFew(page);
  page.show(<People query="liz" />);
  expect(screen.queryByText(/^Nothing matches/)).toBeNull();
  await waitFor(() => expect(names()).toEqual(['Lizora Quist, zora']));
  expect(screen.getByText('1 person')).toBeTruthy();
  expect(queries(page)).toEqual(['liz']);
});

test('who is not there is told when the server has said so', async ({ page }) => {
  holdsFew(page);
  page.show(<People query="qqq" />);
  expect(screen.queryByText(/^Nothing matches/)).toBeNull();
  expect(await screen.findByText(/^Nothing matches/)).toBeTruthy();
});

test('that there may be more than the server tells is said', async ({ page }) => {
  for (let at = 0; at < 110; at += 1) page.world.addUser(`kim${at}`, `Kim ${at}`, '', '');
  holdsFew(page);
  page.show(<People query="kim" />);
  expect(await screen.findByText('100 people or more')).toBeTruthy();
});

test('a server that does not answer is asked again by a button', async ({ page, user }) => {
  page.world.addUser('zora', 'Lizora Quist', 'zora@acme.test', '');
  holdsFew(page);
  const refusing = page.answers['client.users'];
  page.answers['client.users'] = () => refuse('ratelimited');
  page.show(<People query="liz" />);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText(/^Nothing matches/)).toBeNull();

  page.answers['client.users'] = refusing!;
  await user.click(retry);
  await waitFor(() => expect(names()).toEqual(['Lizora Quist, zora']));
});

test('a page that holds everybody asks nobody', ({ page }) => {
  act(() => page.workspace.store.setState({ allPeople: true }));
  page.show(<People query="bo" />);
  expect(names()).toEqual(['Bob Brown, bob']);
  expect(queries(page)).toEqual([]);
});
