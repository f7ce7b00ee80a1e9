// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { channelOf, refuse } from '../../testing/fake/answers';
import { test } from '../../testing/pageTest';
import Offer from './Offer';

test('a channel that one is not in says what it is about, and is joined or says why not', async ({
  page,
  user,
}) => {
  const boats = page.world.addChannel('channel', 'boats', [page.bob]);
  boats.topic = 'Spring';
  page.answers['conversations.join'] = () => refuse('is_archived');
  page.show(<Offer channel={channelOf(boats, page.me)} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('boats');
  expect(screen.getByText('Spring')).toBeTruthy();
  const join = screen.getByRole('button', { name: /boats/ });
  await user.click(join);
  expect(await screen.findByText('The channel is archived.')).toBeTruthy();
  delete page.answers['conversations.join'];
  await user.click(join);
  await waitFor(() => expect(boats.members.has(page.me)).toBe(true));
});
