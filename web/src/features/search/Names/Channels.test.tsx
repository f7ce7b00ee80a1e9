// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { Channels } from './Channels';

const names = () => screen.queryAllByRole('link').map((each) => each.textContent);

test('own channels and those the server finds are in one list, without the archived', async ({
  page,
}) => {
  const { world, bob } = page;
  world.addChannel('channel', 'general-plans', [bob]);
  world.addChannel('channel', 'general-old', [bob]).archived = true;
  world.addChannel('private', 'general-secret', [bob]);
  page.show(<Channels query="general" />);

  await waitFor(() => expect(names()).toEqual(['generaljoined', 'general-plans']));
  const asked = page.calls.seen.filter(({ method }) => method === 'client.channels');
  expect(asked.map(({ args }) => args.query)).toEqual(['general']);
  expect(page.calls.seen.map(({ method }) => method)).not.toContain('conversations.list');
});

test('of very many the rest is found by Show more', async ({ page, user }) => {
  for (let at = 0; at < 230; at += 1) {
    page.world.addChannel('channel', `team-${at}`, [page.bob]);
  }
  page.show(<Channels query="team" />);

  await screen.findByText('More than 200 channels');
  expect(names()).toHaveLength(50);
  for (let shown = 100; shown <= 200; shown += 50) {
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(names()).toHaveLength(shown));
  }
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(names()).toHaveLength(230));
  expect(screen.getByText('230 channels')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('that the server does not answer is told, and it is asked again by a button', async ({
  page,
  user,
}) => {
  page.world.addChannel('channel', 'nothing-yet', [page.bob]);
  page.answers['client.channels'] = () => refuse('ratelimited');
  page.show(<Channels query="nothing" />);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText(/Nothing/)).toBeNull();

  delete page.answers['client.channels'];
  await user.click(retry);
  await waitFor(() => expect(names()).toEqual(['nothing-yet']));
  expect(screen.getByRole('alert').textContent).toBe('');
});
