// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import { conversation, message } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { Pins } from './Pins';

test('a pin that cannot be taken down stays, and a reply opens in its thread', async ({
  page,
  user,
}) => {
  const reply = message({ text: 'the plan', ts: '9.000001', thread_ts: '7.000001' });
  const pin = { type: 'message', created: 1, created_by: page.bob, channel: 'C1', message: reply };
  page.answers['pins.list'] = () => answer({ items: [pin] });
  page.answers['pins.remove'] = () => refuse('ratelimited');
  page.show(<Pins conversation={conversation()} />);

  const href = (await screen.findByRole('link', { name: 'Open' })).getAttribute('href');
  expect(href).toContain('7.000001');
  expect(href).toContain('9.000001');
  await user.click(screen.getByRole('button', { name: 'Unpin' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(screen.getByText('the plan')).toBeTruthy();
});

test('in an archived conversation nothing is unpinned; pins that do not come are asked for again', async ({
  page,
  user,
}) => {
  page.answers['pins.list'] = () => refuse('ratelimited');
  page.show(<Pins conversation={conversation({ is_archived: true })} />);

  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByText(/^Nothing is pinned/)).toBeNull();
  const pin = { type: 'message', created: 1, created_by: page.bob, channel: 'C1' };
  page.answers['pins.list'] = () => answer({ items: [{ ...pin, message: message() }] });
  await user.click(again);
  expect(await screen.findByText('Pinned by Bob Brown')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Unpin' })).toBeNull();
});
