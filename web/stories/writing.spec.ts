import { expect, test } from '@playwright/test';
import { composer, newCompany, row, signIn } from './people';

test.describe.configure({ mode: 'parallel' });

test('emoji are picked beside the field, with a skin tone that is remembered', async ({
  browser,
}) => {
  const company = await newCompany('picked-emoji');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await composer(alice).pressSequentially('Hi there');
  for (let at = 0; at < 6; at += 1) await alice.keyboard.press('ArrowLeft');
  const button = alice
    .getByRole('region', { name: 'Composer' })
    .getByRole('button', { name: 'Emoji', exact: true });
  await button.click();
  const picker = alice.getByRole('dialog', { name: /^(Emoji|Add a reaction)$/ });
  await picker.getByRole('button', { name: 'Medium', exact: true }).click();
  await picker.getByRole('combobox').fill('wave');
  await expect(picker.getByRole('option').first()).toHaveText('👋🏽');
  await alice.keyboard.press('Enter');

  // It stands where the caret was, and one goes on writing.
  await expect(picker).toHaveCount(0);
  await expect(composer(alice)).toBeFocused();
  await alice.keyboard.type('!');
  await alice.keyboard.press('Enter');
  await expect(row(bob, 'Hi👋🏽! there')).toBeVisible();

  // The tone is there for reactions too, after a reload as well.
  await alice.reload();
  const message = row(alice, 'Hi👋🏽! there');
  await message.hover();
  await message.getByRole('button', { name: 'Add a reaction' }).click();
  await picker.getByRole('combobox').fill('clap');
  await alice.keyboard.press('Enter');
  await expect(row(bob, 'Hi👋🏽! there').getByText('👏🏽')).toBeVisible();
});

test('a draft that gave way to another device is in Drafts, and comes back', async ({
  browser,
}) => {
  const company = await newCompany('lost-draft');
  const desk = await signIn(browser, company, 'alice');
  const phone = await signIn(browser, company, 'alice');
  const channel = (name: string) =>
    phone
      .getByRole('navigation', { name: 'Conversations' })
      .getByRole('link', { name: new RegExp(`^${name}`) });
  await composer(desk).pressSequentially('Common words');
  await expect(composer(phone)).toHaveText('Common words');

  // The desk is cut off; both write.
  await desk.context().setOffline(true);
  await composer(desk).fill('From the desk');
  const told = phone.waitForResponse('**/api/client.drafts.set');
  await composer(phone).fill('From the phone');
  await channel('random').click();
  await told;
  await desk.context().setOffline(false);
  await channel('general').click();
  await expect(composer(phone)).toHaveText('From the desk');
  await expect(composer(desk)).toHaveText('From the desk');

  await desk.getByRole('link', { name: /^Drafts/ }).click();
  const replaced = desk.getByRole('main').locator('section', { hasText: 'Replaced' }).last();
  await expect(replaced).toContainText('From the phone');
  await replaced.getByRole('button', { name: 'Restore' }).click();
  await expect(replaced).toContainText('From the desk');
  await expect(composer(phone)).toHaveText('From the phone');
});
