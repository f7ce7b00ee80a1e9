import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, link, newCompany, picture, row, say, signIn } from './people';

test('people react, by chip, by key and from all emoji', async ({ browser }) => {
  const company = await newCompany('reactions-co');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await say(alice, 'We have a release');
  const [hers, his] = [row(alice, 'We have a release'), row(bob, 'We have a release')];

  // By a favourite of the toolbar, by a chip, by a key: it shows at once, and at the other's.
  await his.hover();
  await his.getByRole('button', { name: 'React with :tada:' }).click();
  const chip = hers.getByRole('button', { name: 'Bob reacted with :tada:' });
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await chip.click();
  const both = his.getByRole('button', { name: 'Bob and Alice reacted with :tada:' });
  await expect(both).toContainText('2');
  await both.click();
  await expect(hers.getByRole('button', { name: /^Alice reacted with :tada:/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await his.focus();
  await bob.keyboard.press('2');
  await expect(hers.getByRole('button', { name: /reacted with :\+1:/ })).toBeVisible();

  // From all of them, by the keyboard alone.
  await his.focus();
  await bob.keyboard.press('r');
  const search = bob.getByRole('combobox', { name: 'Search emoji' });
  await expect(search).toBeFocused();
  await expect(bob.getByRole('option').first()).toBeVisible();
  await picture(bob, 'picker');
  await expectAccessible(bob, 'the choice of emoji');
  await search.fill('rocket');
  await search.press('Enter');
  await expect(search).toHaveCount(0);
  await expect(his).toBeFocused();
  await expect(hers.getByRole('button', { name: 'Bob reacted with :rocket:' })).toBeVisible();
});

test('a message is saved, pinned, linked to and marked unread on all devices', async ({
  browser,
}) => {
  const company = await newCompany('marks-co');
  const alice = await signIn(browser, company, 'alice');
  const other = await signIn(browser, company, 'alice');
  const { call } = company.bob;
  const channel = company.channels.general;
  for (const text of ['First of all', 'Then this', 'And that']) {
    await call('chat.postMessage', { channel, text });
  }
  await expect(row(alice, 'And that')).toBeVisible();
  await expect(row(other, 'And that')).toBeVisible();

  // Saved and pinned by keys; the other device shows both.
  await row(alice, 'First of all').focus();
  await alice.keyboard.press('a');
  await alice.keyboard.press('p');
  await expect(row(alice, 'First of all')).toContainText('Saved for later');
  await expect(row(other, 'First of all').getByText('Pinned', { exact: true })).toBeVisible();
  await expect(
    row(other, 'First of all').getByText('Saved for later', { exact: true }),
  ).toBeVisible();

  // All actions stand in a menu, by Enter or a right click.
  await row(alice, 'First of all').focus();
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('menuitem').first()).toContainText('Reply in thread');
  await picture(alice, 'row-menu');
  await expectAccessible(alice, 'the menu of a message');
  await alice.keyboard.press('Escape');
  await expect(row(alice, 'First of all')).toBeFocused();
  await row(alice, 'First of all').click({ button: 'right' });
  await alice.getByRole('menuitem', { name: 'Take from what is saved' }).click();
  await expect(
    row(other, 'First of all').getByText('Saved for later', { exact: true }),
  ).toHaveCount(0);
  await row(alice, 'First of all').focus();
  await alice.keyboard.press('Enter');
  await alice.getByRole('menuitem', { name: 'Remind me…' }).click();
  await alice.getByRole('menuitem', { name: /Tomorrow/ }).click();
  await expect(alice.getByText(/You will be reminded/)).toBeVisible();

  // Marked unread it stays so while it is looked at, here and on the other device.
  await link(other, 'random').click();
  await expect(composer(other)).toBeVisible();
  await row(alice, 'Then this').focus();
  await alice.keyboard.press('u');
  const hers = alice.getByRole('navigation').getByRole('link', { name: /general/ });
  const his = other.getByRole('navigation').getByRole('link', { name: /general/ });
  await expect(hers).toHaveAttribute('data-unread', 'true');
  await expect(his).toHaveAttribute('data-unread', 'true');
  await expect(alice.getByText('New', { exact: true })).toBeVisible();
  await expect(hers).toHaveAttribute('data-unread', 'true');
});
