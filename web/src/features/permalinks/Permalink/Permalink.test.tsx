// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Rich } from '../../../richtext/Rich/Rich';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const names = {
  person: (id: string) => id,
  channel: (id: string) => id,
  emoji: () => undefined,
  group: () => undefined,
};
const show = (text: string) => page.show(<Rich text={text} names={names} self={page.me} />);

test('the address of a message says where, who and when, and opens in place', async () => {
  const { world, bob } = page;
  const general = [...world.channels.values()].find(({ name }) => name === 'general')!;
  const message = world.post(general, bob, 'read this');
  const digits = message.ts.replace('.', '');
  const url = `${location.origin}/w/acme/archives/${general.id}/p${digits}`;
  show(`See <${url}> and <${url}|this>`);

  const link = await screen.findByRole('link', { name: /^#general, Bob Brown, / });
  expect(link.getAttribute('target')).toBeNull();
  expect(link.title).toBe(url);
  expect(screen.getByRole('link', { name: 'this' })).toBeTruthy();
  await userEvent.setup().click(link);
  expect(page.path()).toBe(`/w/acme/c/${general.id}/p/${message.ts}`);
});

test('what one may not see, another workspace and another host stay addresses', async () => {
  const { origin } = location;
  const urls = [
    `${origin}/w/acme/archives/CSECRET/p1700000000000001`,
    `${origin}/w/globex/archives/C1/p1700000000000001`,
    'https://evil.test/w/acme/archives/C1/p1700000000000001',
  ];
  show(urls.map((url) => `<${url}>`).join(' '));
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(3));
  for (const url of urls) {
    expect(screen.getByRole('link', { name: url }).getAttribute('target')).toBe('_blank');
  }
});
