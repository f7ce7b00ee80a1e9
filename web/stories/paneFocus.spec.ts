import { expect, test } from '@playwright/test';
import { composer, newCompany, say, signIn } from './people';

test('on a phone the focus goes into the pane that covers the conversation', async ({
  browser,
}) => {
  const company = await newCompany('pane-focus');
  const alice = await signIn(browser, company, 'alice');
  const pane = alice.locator('[data-region=pane]');
  await say(alice, 'Where shall we meet?');
  await alice.setViewportSize({ width: 360, height: 740 });
  const inside = () =>
    alice.evaluate(() => document.activeElement?.closest('[data-region=pane]') !== null);

  // By a link that is covered with the conversation.
  await alice.getByRole('heading', { level: 1 }).getByRole('link').focus();
  await alice.keyboard.press('Enter');
  await expect(pane).toBeVisible();
  await expect.poll(inside).toBe(true);
  await pane
    .getByRole('button', { name: /^(Close|Back)/ })
    .first()
    .click();
  await expect(pane).toHaveCount(0);

  // By an address, while one writes.
  await composer(alice).focus();
  const details = `/w/${company.slug}/c/${company.channels.general}/details`;
  await alice.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, details);
  await expect(pane).toBeVisible();
  await expect.poll(inside).toBe(true);
});
