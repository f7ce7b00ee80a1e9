import { expect, test } from '@playwright/test';
import { idOf, link, newCompany, signIn } from './people';

test('who pauses notifications is marked for others and themselves, also after a reload', async ({
  browser,
}) => {
  const company = await newCompany('disturb');
  const { call } = company.bob;
  const owner = await idOf(company, 'alice');
  await call('conversations.open', { users: owner });
  await call('chat.postMessage', { channel: owner, text: 'Back in an hour.' });
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  const seen = (name: string) => link(alice, 'Bob, 1 new').getByRole('img', { name, exact: true });
  const own = (name: string) => bob.getByRole('button', { name, exact: true });
  await expect(seen('active')).toBeVisible();

  await own('Bob, active').click();
  await bob.getByRole('menuitem', { name: 'Pause notifications…' }).click();
  await bob.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(own('Bob, active, notifications paused')).toBeVisible();
  await expect(seen('active, notifications paused')).toBeVisible();

  await Promise.all([alice.reload(), bob.reload()]);
  await expect(seen('active, notifications paused')).toBeVisible();
  await own('Bob, active, notifications paused').click();
  await bob.getByRole('menuitem', { name: /^Resume notifications/ }).click();
  await expect(own('Bob, active')).toBeVisible();
  await expect(seen('active')).toBeVisible();
});
