import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, themes } from './axe';
import { newCompany, row, say, signIn, suite } from './people';

for (const colorScheme of themes) {
  test(`axe finds nothing in the ${colorScheme} theme`, async ({ browser }) => {
    const company = await newCompany(`axe-${colorScheme}`);
    const { bob, channels } = company;
    const channel = channels.general;
    const context = await browser.newContext({ colorScheme });
    const front = await context.newPage();
    await front.goto(suite.url);
    await expect(front.getByLabel('Mail')).toBeVisible();
    await expectAccessible(front, 'sign-in');
    await front.close();

    // Of every kind of message one.
    const texts = ['Read `this` https://acme.test', '&gt; quoted\n*yes*', '```\ncode\n```', ':+1:'];
    for (const text of texts) await bob.call('chat.postMessage', { channel, text });
    const { ts } = await bob.call('chat.postMessage', { channel, text: 'once' });
    await bob.call('chat.update', { channel, ts, text: '<!channel> twice' });
    await bob.call('chat.postMessage', { channel: channels.random, text: '<!here> see' });
    const alice = await signIn(browser, company, 'alice', context);
    await say(alice, 'My own');
    await expect(row(alice, 'My own')).toBeVisible();
    await expect(row(alice, 'twice')).toBeVisible();
    await expectAccessible(alice, 'messages');

    await row(alice, 'My own').hover();
    await expectAccessible(alice, 'a message under the pointer');
    for (const open of dialogs) await inDialog(alice, open);
    await alice.getByRole('link', { name: /members/ }).click();
    for (const tab of ['Members', 'About', 'Settings']) {
      await alice.getByRole('link', { name: tab, exact: true }).click();
      await expectAccessible(alice, `details: ${tab}`);
    }
    await alice.getByRole('link', { name: 'Members', exact: true }).click();
    await inDialog(alice, ['add people', press('Add people')]);
    for (const view of ['Unreads', 'Drafts']) {
      await alice.getByRole('link', { name: view }).click();
      await expect(alice.getByRole('heading', { level: 1, name: view })).toBeVisible();
      await expectAccessible(alice, view);
    }
  });
}

type Open = [what: string, open: (page: Page) => Promise<void>];

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();

const dialogs: Open[] = [
  ['jump', (page) => page.keyboard.press('Control+k')],
  ['shortcuts', (page) => page.keyboard.press('Control+/')],
  ['browse channels', press('Browse channels')],
  ['create channel', press('Create channel')],
  ['new message', press('New message')],
  [
    'preferences',
    async (page) => {
      await page.getByRole('button', { name: 'Workspace menu' }).click();
      await expectAccessible(page, 'workspace menu');
      await page.getByRole('menuitem', { name: 'Preferences' }).click();
    },
  ],
  [
    'delete message',
    async (page) => {
      await row(page, 'My own').focus();
      await page.keyboard.press('Delete');
    },
  ],
];

async function inDialog(page: Page, [what, open]: Open): Promise<void> {
  await open(page);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, what);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
