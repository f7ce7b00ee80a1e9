import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, newCompany, operate, row, signIn } from './people';

test('before many are notified one is asked, and what was written stays if one is not sure', async ({
  browser,
}) => {
  const company = await newCompany('many-people');
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      operate('user.create', { workspace: company.slug, name: `crew-${at}` }),
    ),
  );
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await expect(composer(alice)).toHaveAttribute('contenteditable', 'true');
  await composer(alice).focus();
  await alice.keyboard.type('Fire drill @channel');
  await expect(alice.getByRole('option').first()).toContainText('channel');
  await alice.keyboard.press('Enter');
  await alice.keyboard.press('Enter');
  const asks = alice.getByRole('dialog', { name: 'Notify so many?' });
  await expect(asks).toContainText('This notifies 51 people.');
  await expectAccessible(alice, 'before many are notified');
  await alice.keyboard.press('Escape');
  await expect(asks).toHaveCount(0);
  await expect(composer(alice)).toBeFocused();
  await expect(composer(alice)).toContainText('Fire drill @channel');
  await expect(row(bob, 'Fire drill')).toHaveCount(0);

  await alice.keyboard.press('Enter');
  await asks.getByRole('button', { name: 'Send' }).click();
  await expect(row(bob, 'Fire drill')).toBeVisible();
  await expect(composer(alice)).toHaveText('');
});
