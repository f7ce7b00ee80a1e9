import { expect, test } from '@playwright/test';
import { idOf, composer, link, newCompany, row, signIn } from './people';

test('a removal is asked about first and told to all, leaving is not a removal', async ({
  browser,
}) => {
  const company = await newCompany('membership');
  const { bob } = company;
  const created = await bob.call('conversations.create', { name: 'project' });
  const { id: channel } = created.channel as { id: string };
  const owner = await idOf(company, 'alice');
  await bob.call('conversations.invite', { channel, users: owner });
  const alice = await signIn(browser, company, 'alice');
  const bobs = await signIn(browser, company, 'bob');

  // Bob may not remove anybody from a channel that is not his, and is told so where he asked.
  await link(bobs, 'random').click();
  await bobs.getByRole('link', { name: '2 members' }).click();
  await bobs.getByRole('button', { name: 'Remove Alice' }).click();
  await bobs.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(bobs.getByText("You're not allowed to do this.")).toBeVisible();
  await bobs.keyboard.press('Escape');
  await expect(bobs.getByRole('dialog')).toHaveCount(0);

  for (const page of [alice, bobs]) {
    await link(page, 'project').click();
    await expect(page.getByRole('heading', { name: 'project' })).toBeVisible();
  }

  // By keys: the question keeps the focus to itself, and Escape takes back.
  await alice.getByRole('link', { name: '2 members' }).click();
  const remove = alice.getByRole('button', { name: 'Remove Bob' });
  await remove.focus();
  await alice.keyboard.press('Enter');
  const question = alice.getByRole('dialog', { name: 'Remove Bob from #project?' });
  const confirm = question.getByRole('button', { name: 'Remove', exact: true });
  await expect(confirm).toBeFocused();
  for (let times = 0; times < 6; times += 1) {
    await alice.keyboard.press('Tab');
    const kept = await question.evaluate(
      (dialog) =>
        dialog.contains(document.activeElement) || document.activeElement === document.body,
    );
    expect(kept).toBe(true);
  }
  await alice.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(remove).toBeFocused();
  await expect(composer(bobs)).toBeVisible();

  // Confirmed: the list is without them, the removed one is told by whom.
  await alice.keyboard.press('Enter');
  await expect(confirm).toBeFocused();
  await alice.keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await expect(alice.getByLabel('Find people')).toBeFocused();
  await expect(bobs.getByText('Alice removed you from #project.')).toBeVisible();
  await expect(row(alice, 'Alice removed Bob')).toBeVisible();

  // Back again, and gone of their own accord on another device.
  await bob.call('conversations.join', { channel });
  await expect(composer(bobs)).toBeVisible();
  await bob.call('conversations.leave', { channel });
  await expect(bobs.getByText('You left #project.')).toBeVisible();
  await expect(row(alice, 'Bob left')).toBeVisible();
});

test('the page says who one is, and the way out is beside it', async ({ browser }) => {
  const company = await newCompany('self');
  const bob = await signIn(browser, company, 'bob');
  expect(await bob.getByRole('region', { name: 'Composer' }).boundingBox()).toMatchObject({
    height: 84,
  });

  await bob.getByRole('button', { name: 'Bob, active' }).click();
  await expect(bob.getByRole('menuitem', { name: 'Set a status' })).toBeFocused();
  for (let asked = 0; asked < 4; asked += 1) {
    await bob.getByRole('menuitem', { name: 'Sessions' }).press('Enter');
    await expect(bob.getByRole('dialog').getByText('This device')).toBeVisible();
    await bob.keyboard.press('Escape');
    await bob.getByRole('button', { name: 'Bob, active' }).click();
  }
  await bob.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(bob.getByLabel('Mail')).toBeVisible();
});
