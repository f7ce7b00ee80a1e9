// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import type { Match } from '../useFound';
import { Messages } from './Messages';

function matchOf(page: InWorkspace, at: number, given: Partial<Match> = {}): Match {
  const ts = `170000000${at}.000001`;
  return {
    iid: `m${at}`,
    team: 'T1',
    channel: { id: 'C9', name: 'far' },
    user: page.bob,
    username: 'bob',
    ts,
    text: `the plan, part ${at}`,
    permalink: `https://x.test/w/acme/archives/C9/p${ts.replace('.', '')}`,
    ...given,
  };
}

const found = (matches: Match[], page = 1, pages = 1) =>
  answer({ messages: { total: matches.length * pages, paging: { page, pages }, matches } });

const labels = () =>
  screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'));

test('who spoke and where is said as the page knows it, else as the server does', async ({
  page,
}) => {
  const { world, me, bob, workspace } = page;
  const { id } = world.addChannel('im', undefined, [me, bob]);
  await waitFor(() => expect(workspace.store.getState().conversations[id]).toBeDefined());
  page.answers['search.messages'] = () =>
    found([
      matchOf(page, 2, { channel: { id, name: bob } }),
      matchOf(page, 1, { user: 'U9', username: 'cleo' }),
    ]);
  page.show(<Messages typed="plan" query="plan" />);

  expect(await screen.findByText('2 messages, newest first')).toBeTruthy();
  expect(labels()).toEqual([
    expect.stringMatching(/^Bob Brown in Bob Brown, /),
    expect.stringMatching(/^cleo in #far, /),
  ]);
});

test('more that is refused leaves what was found, and is asked for by Try again', async ({
  page,
  user,
}) => {
  const asked: unknown[] = [];
  let refused = true;
  page.answers['search.messages'] = ({ page: at }) => {
    asked.push(at);
    if (at === 2 && refused) return refuse('ratelimited');
    return found([matchOf(page, 9 - Number(at))], Number(at), 2);
  };
  page.show(<Messages typed="plan" query="plan" />);

  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('alert').textContent).toBe('Too fast. Try again in a moment. Try again');
  expect(screen.getAllByRole('article')).toHaveLength(1);

  refused = false;
  await user.click(again);
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  expect(asked).toEqual([1, 2, 2]);
  expect(screen.queryByRole('button', { name: /Show more|Try again/ })).toBeNull();
});

test('a press on the words opens the message, on somebody named in it does not', async ({
  page,
  user,
}) => {
  const text = `<@${page.bob}> has the plan`;
  page.answers['search.messages'] = () => found([matchOf(page, 1, { text })]);
  page.show(<Messages typed="plan" query="plan" />);

  await user.click(await screen.findByText('@Bob Brown'));
  expect(page.path()).toBe('/w/acme');
  await user.click(screen.getByText('plan'));
  expect(page.path()).toBe('/w/acme/c/C9/p/1700000001.000001');
});
