import { expect, test, type Page } from '@playwright/test';
import { composer, fillSignIn, link, newCompany, operate, row, say, signIn } from './people';

test.describe.configure({ mode: 'parallel' });

/** Opens the field for jumping and types into it. */
async function jump(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

test('a few letters lead anywhere, Enter alone back; an address shows the same to whoever signs in', async ({
  browser,
}) => {
  const company = await newCompany('get-around');
  const { bob, channels } = company;
  for (const name of ['marketing', 'market-research', 'remarks']) {
    const made = await bob.call('conversations.create', { name });
    const { id } = made.channel as { id: string };
    await bob.call('chat.postMessage', { channel: id, text: `Welcome to ${name}` });
  }
  const asked = await bob.call('chat.postMessage', { channel: channels.random, text: 'Look here' });
  const bobs = await signIn(browser, company, 'bob');
  const { keyboard } = bobs;

  // The wanted one is the first; Enter in the empty field goes back to where one was.
  await jump(bobs, 'mar');
  await expect(bobs.getByRole('option').first()).toContainText(/^#?market/);
  await keyboard.type('keting');
  await expect(bobs.getByRole('option').first()).toContainText('marketing');
  await keyboard.press('Enter');
  await expect(heading(bobs, 'marketing')).toBeVisible();
  await expect(composer(bobs)).toBeFocused();
  await link(bobs, 'random').click();
  await expect(heading(bobs, 'random')).toBeVisible();
  await jump(bobs, '');
  await expect(bobs.getByRole('option').first()).toContainText('marketing');
  await keyboard.press('Enter');
  await expect(heading(bobs, 'marketing')).toBeVisible();

  // Back, forward and reload.
  await bobs.goBack();
  await expect(heading(bobs, 'random')).toBeVisible();
  await bobs.goForward();
  await expect(heading(bobs, 'marketing')).toBeVisible();
  await bobs.reload();
  await expect(row(bobs, 'Welcome to marketing')).toBeVisible();

  // The address of a message, opened by somebody who has to sign in first.
  const address = `${company.url}/w/${company.slug}/c/${channels.random}/${String(asked.ts)}`;
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address);
  await fillSignIn(stranger, 'alice@get-around.test');
  await expect(row(stranger, 'Look here')).toBeInViewport();
  await expect(stranger).toHaveURL(address);
});

test('a channel is made, found, renamed, starred, muted and left, and others see it', async ({
  browser,
}) => {
  const company = await newCompany('channel-life');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  const jumpTo = async (page: Page, words: string) => {
    await jump(page, words);
    // What others answer comes a moment later than what is known here.
    const wanted = new RegExp(`^${words.replace(/^>/, '')}`);
    await expect(page.getByRole('option').first()).toHaveText(wanted);
    await page.keyboard.press('Enter');
  };

  // A name that cannot be is said while it is typed.
  await jumpTo(alice, '>Create channel');
  const dialog = alice.getByRole('dialog', { name: 'Create channel' });
  await dialog.getByLabel('Name').fill('Ours & theirs');
  await expect(dialog.getByText('Use lower-case letters')).toBeVisible();
  await dialog.getByLabel('Name').fill('launch');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(heading(alice, 'launch')).toBeVisible();

  // Bob finds it and joins; typing is seen, and moves nothing.
  await jumpTo(bob, 'launch');
  await bob.getByRole('button', { name: 'Join #launch' }).click();
  await expect(row(alice, 'Bob joined')).toBeVisible();
  await say(alice, 'First');
  const before = await row(alice, 'First').boundingBox();
  await composer(bob).pressSequentially('I am wri');
  await expect(alice.getByText('Bob is typing…')).toBeVisible();
  expect(await row(alice, 'First').boundingBox()).toEqual(before);
  await composer(bob).press('Control+a');
  await bob.keyboard.type('Second');
  await bob.keyboard.press('Enter');
  await expect(row(alice, 'Second')).toBeVisible();
  await expect(alice.getByText('Bob is typing…')).toHaveCount(0);

  // Renamed: at once everywhere.
  await operate('channel.create', { workspace: company.slug, name: 'taken', creator: 'alice' });
  await alice.getByRole('link', { name: '2 members' }).click();
  const details = alice.getByRole('complementary', { name: 'Details' });
  await details.getByRole('link', { name: 'Settings' }).click();
  await alice.getByRole('textbox', { name: 'Name' }).fill('lift-off');
  await alice.getByRole('button', { name: 'Rename' }).click();
  await expect(link(bob, 'lift-off')).toBeVisible();
  await expect(heading(bob, 'lift-off')).toBeVisible();

  // Starred, muted, left.
  const menu = async (item: string) => {
    await link(bob, 'lift-off').click({ button: 'right' });
    await bob.getByRole('menuitem', { name: item }).click();
  };
  await menu('Star');
  const starred = bob.getByRole('button', { name: 'Starred', exact: true });
  await expect(starred).toHaveAttribute('aria-expanded', 'true');
  await starred.click();
  await link(bob, 'random').click();
  await expect(link(bob, 'lift-off')).toHaveCount(0);
  await starred.click();
  await menu('Mute');
  await say(alice, 'Nobody is told of this');
  await expect(link(bob, 'lift-off, muted')).toBeVisible();
  await link(bob, 'lift-off, muted').click({ button: 'right' });
  await bob.getByRole('menuitem', { name: 'Leave channel' }).click();
  await expect(row(alice, 'Bob left')).toBeVisible();
  await expect(link(bob, 'lift-off, muted')).toHaveCount(0);
});

test('a card shows who somebody is and leads to a message to them, and to several', async ({
  browser,
}) => {
  const company = await newCompany('cards');
  await operate('user.create', {
    workspace: company.slug,
    name: 'cai',
    real_name: 'Cai',
    email: 'cai@cards.test',
    password: 'correct horse battery',
  });
  await company.bob.call('chat.postMessage', {
    channel: company.channels.general,
    text: 'Anybody there?',
  });
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await row(alice, 'Anybody there?').getByText('Bob', { exact: true }).first().hover();
  const card = alice.getByRole('dialog', { name: 'About Bob' });
  await expect(card).toBeVisible();
  await card.getByRole('link', { name: 'Message' }).click();
  await expect(heading(alice, 'Bob')).toBeVisible();
  await say(alice, 'Between us');
  await expect(link(bob, 'Alice, 1 new')).toBeVisible();

  await jump(alice, '>New message');
  await alice.keyboard.press('Enter');
  for (const name of ['bob', 'cai']) {
    await alice.getByRole('dialog').getByRole('combobox').fill(name);
    await alice.keyboard.press('Enter');
  }
  await alice.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
  await expect(alice.getByRole('heading', { name: /Bob.*Cai/ })).toBeVisible();
  await say(alice, 'The three of us');
  await expect(link(bob, 'Alice and Cai, 1 new')).toBeVisible();
});

test('what is typed while a dialog is on its way goes into it, and nowhere else', async ({
  browser,
}) => {
  const company = await newCompany('early-co');
  const context = await browser.newContext();
  let deliver!: () => void;
  const held = new Promise<void>((resolve) => (deliver = resolve));
  await context.route(/\/assets\/JumpDialog.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const alice = await signIn(browser, company, 'alice', context);
  await expect(
    alice.getByRole('region', { name: 'Composer' }).locator('.ProseMirror'),
  ).toBeVisible();
  await composer(alice).focus();
  await alice.keyboard.press('Control+k');
  await expect(alice.getByRole('dialog', { name: 'One moment…' })).toBeVisible();
  await alice.keyboard.type('ran');
  await expect(composer(alice)).toHaveText('');
  deliver();
  await expect(alice.getByRole('dialog').getByRole('combobox')).toHaveValue('ran');
  await alice.keyboard.type('dom');
  await expect(alice.getByRole('dialog').getByRole('combobox')).toHaveValue('random');
  await expect(alice.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await alice.keyboard.press('Escape');
  await expect(composer(alice)).toBeFocused();
  await expect(composer(alice)).toHaveText('');
  await context.close();
});
