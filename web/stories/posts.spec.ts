import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, newCompany, operate, picture, row, signIn, suite } from './people';

// A red dot.
const image =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('what apps post is shown under their names, with emoji and what attachments say', async ({
  browser,
}) => {
  const company = await newCompany('posts');
  const alice = await signIn(browser, company, 'alice');
  const made = await operate('webhook.create', { workspace: company.slug, channel: 'general' });
  const post = (data: unknown) => alice.request.post(suite.url + String(made.path), { data });

  await company.bob.call('emoji.add', { name: 'dot', image });
  await post({ text: 'Full :dot: at 10:30:45', username: 'Nagios', icon_emoji: ':fire:' });
  await post({ text: 'Fine :never-was:', username: 'Zabbix' });
  await post({ attachments: [{ title: 'Build 7', text: 'green' }] });

  const full = row(alice, 'Full');
  await expect(full.getByRole('img', { name: ':dot:' })).toBeVisible();
  await expect(full).toContainText('at 10:30:45');
  await expect(full.getByText('Nagios')).toBeVisible();
  await expect(full.getByText('App', { exact: true })).toBeVisible();
  await expect(row(alice, 'Fine :never-was:').getByText('Zabbix')).toBeVisible();
  await expect(row(alice, 'Build 7')).toContainText('green');
  await expectAccessible(alice, 'what apps post');
  await picture(alice, 'posts');
});

test('what is begun on one device stands on the other, until it is sent', async ({ browser }) => {
  const company = await newCompany('begun');
  const desk = await signIn(browser, company, 'alice');
  const phone = await signIn(browser, company, 'alice');

  await composer(desk).fill('begun at the desk');
  await expect(composer(phone)).toHaveText('begun at the desk');
  await composer(phone).press('Enter');
  await expect(row(desk, 'begun at the desk')).toBeVisible();
  await expect(composer(desk)).toHaveText('');
});
