import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { link, newCompany, picture, row, signIn } from './people';

const openMenu = (page: Page) => page.getByRole('button', { name: 'Workspace menu' }).click();

test('admins make, replace and remove apps and webhooks; others do not see them', async ({
  browser,
}) => {
  const company = await newCompany('apps');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');

  await openMenu(bob);
  await expect(bob.getByRole('menuitem', { name: 'Preferences' })).toBeVisible();
  await expect(bob.getByRole('menuitem', { name: 'Apps' })).toHaveCount(0);

  await openMenu(alice);
  await alice.getByRole('menuitem', { name: 'Apps' }).click();
  await expect(alice.getByText('No apps yet.')).toBeVisible();
  await expect(alice).toHaveURL(/\/w\/[^/]+\/apps$/);
  await expectAccessible(alice, 'no apps');

  // What is wrong with a manifest is told with its place.
  await alice.getByRole('button', { name: 'New app' }).click();
  const form = alice.getByRole('dialog', { name: 'New app' });
  await form.getByLabel('Manifest').fill('{"display_information": {}}');
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(form.getByRole('alert')).toContainText('/display_information');
  await expectAccessible(alice, 'a wrong manifest');
  await form.getByLabel('Manifest').fill(`
display_information:
  name: Weather
  description: Tells what to wear.
oauth_config:
  scopes:
    bot: [chat:write, channels:read]
`);
  await form.getByRole('button', { name: 'Create' }).click();

  // Its secrets are shown once, and work.
  const secrets = alice.getByRole('dialog', { name: 'Secrets of Weather' });
  const token = await secrets.getByLabel('Bot token', { exact: true }).inputValue();
  await expectAccessible(alice, 'secrets');
  await picture(alice, 'apps-secrets');
  const asked = await alice.request.post(`${company.url}/api/auth.test`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await asked.json()).toMatchObject({ ok: true, user: 'weather' });
  await secrets.getByRole('button', { name: 'Done' }).click();
  await expect(alice.getByText('2 scopes: channels:read, chat:write')).toBeVisible();

  // A webhook posts where it was made for, until it is revoked.
  await alice.getByRole('button', { name: 'New webhook' }).click();
  const hook = alice.getByRole('dialog', { name: 'New webhook' });
  await hook.getByLabel('Posts to').selectOption('#random');
  await hook.getByLabel('Posts as').selectOption('Weather');
  await expectAccessible(alice, 'new webhook');
  await hook.getByRole('button', { name: 'Create' }).click();
  const ready = alice.getByRole('dialog', { name: 'The webhook is ready' });
  const url = await ready.getByLabel('Address', { exact: true }).inputValue();
  await ready.getByRole('button', { name: 'Done' }).click();
  await bob.keyboard.press('Escape');
  await link(bob, 'random').click();
  const sent = await alice.request.post(url, { data: { text: 'It rains.' } });
  expect(await sent.text()).toBe('ok');
  await expect(row(bob, 'It rains.')).toBeVisible();
  await expectAccessible(alice, 'apps and webhooks');
  await picture(alice, 'apps');
  await alice.getByRole('button', { name: 'Revoke the webhook of #random' }).click();
  await alice.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(alice.getByText('No webhooks.')).toBeVisible();
  expect((await alice.request.post(url, { data: { text: 'Still?' } })).status()).toBe(404);

  // A new token ends the old one; a removed app can be installed again.
  await alice.getByRole('button', { name: 'Actions for Weather' }).click();
  // All of the menu can be seen and hit, also beyond the edge of the dialog.
  const replace = alice.getByRole('menuitem', { name: 'Replace bot token' });
  const isHit = (item: Element) => {
    const { right, top, height } = item.getBoundingClientRect();
    return item.contains(document.elementFromPoint(right - 8, top + height / 2));
  };
  expect(await replace.evaluate(isHit)).toBe(true);
  await replace.click();
  await alice.getByRole('button', { name: 'Replace', exact: true }).click();
  const fresh = await secrets.getByLabel('Bot token', { exact: true }).inputValue();
  expect(fresh).not.toBe(token);
  await secrets.getByRole('button', { name: 'Done' }).click();
  await alice.getByRole('button', { name: 'Actions for Weather' }).click();
  await alice.getByRole('menuitem', { name: 'Remove' }).click();
  await alice.getByRole('button', { name: 'Remove', exact: true }).click();
  await alice.getByRole('button', { name: 'Install again' }).click();
  await expect(secrets.getByLabel('Bot token', { exact: true })).toHaveValue(/^xoxb-/);
});
