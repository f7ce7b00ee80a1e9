import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { idOf, composer, link, newCompany, row, say, signIn } from './people';

test('a file that is dropped or pasted leaves the page as it is, and that is told', async ({
  browser,
}) => {
  const company = await newCompany('no-files');
  const alice = await signIn(browser, company, 'alice');
  await say(alice, 'Before');
  await expect(row(alice, 'Before')).toBeVisible();
  const told = alice.getByText("Files can't be sent yet. Send a link instead.");
  const bring = (type: 'drop' | 'paste', at: string) =>
    alice.locator(at).evaluate((element, name) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'plan.png', { type: 'image/png' }));
      const how = { bubbles: true, cancelable: true };
      const event =
        name === 'paste'
          ? new ClipboardEvent(name, { ...how, clipboardData: data })
          : new DragEvent(name, { ...how, dataTransfer: data });
      element.dispatchEvent(event);
      return event.defaultPrevented;
    }, type);

  await expect.poll(() => bring('drop', 'main [role=feed]')).toBe(true);
  await expect(told).toBeVisible();
  await alice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);
  await bring('paste', 'main [contenteditable=true]');
  await expect(told).toBeVisible();
  await expect(composer(alice)).toHaveText('');
});

test('whoever is removed on a phone is told so whatever was open, and finds back', async ({
  browser,
}) => {
  const company = await newCompany('removed-phone');
  const { bob } = company;
  const created = await bob.call('conversations.create', { name: 'project' });
  const { id: channel } = created.channel as { id: string };
  const alice = await idOf(company, 'alice');
  await bob.call('conversations.invite', { channel, users: alice });
  const page = await signIn(browser, company, 'alice');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${company.url}/w/${company.slug}/c/${channel}/details/members`);
  await expect(page.getByRole('button', { name: 'Add people' })).toBeVisible();

  await bob.call('conversations.kick', { channel, user: alice });
  await expect(page.getByText('Bob removed you from #project.')).toBeVisible();
  await expectAccessible(page, 'removed, 390 px');
  await page.getByRole('link', { name: 'Back to conversations' }).click();
  await expect(page.getByRole('link', { name: 'general', exact: true })).toBeVisible();
});

test('after a refusal the focus is where one goes on', async ({ page, baseURL }) => {
  await newCompany('refused-focus');
  await page.goto(baseURL ?? '/');
  const password = page.getByLabel('Password', { exact: true });
  await page.getByLabel('Mail').fill('alice@refused-focus.test');
  await password.fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/^Mail or password is wrong/)).toBeVisible();
  await expect(password).toBeFocused();
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeVisible();
});

test('a list that could not be had is asked for again where its absence is told', async ({
  browser,
}) => {
  const company = await newCompany('lost-list');
  const context = await browser.newContext();
  const alice = await signIn(browser, company, 'alice', context);
  await context.route('**/api/**', (route) => route.abort('connectionrefused'));
  await alice.evaluate((to) => history.pushState(null, '', to), `/w/${company.slug}/browse`);
  const browse = alice.getByRole('dialog', { name: 'Browse channels' });
  await expect(browse.getByText('The server does not answer.')).toBeVisible();
  await context.unroute('**/api/**');
  await browse.getByRole('button', { name: 'Try again' }).click();
  await expect(browse.getByRole('link', { name: 'general' })).toBeVisible();
});

test('a message that a browser cannot draw breaks its own row alone', async ({ browser }) => {
  const company = await newCompany('broken-row');
  const { bob, channels } = company;
  const post = (text: string) => bob.call('chat.postMessage', { channel: channels.general, text });
  await post('Before it');
  const { ts } = await post('Not to be drawn');
  await post('After it');
  const context = await browser.newContext();
  await context.addInitScript(
    (broken) => {
      const told = Reflect.get(Date.prototype, 'toISOString');
      Date.prototype.toISOString = function () {
        if (Math.abs(this.getTime() - broken) <= 1) throw new RangeError('as a browser fails');
        return told.call(this);
      };
    },
    Number(ts) * 1000,
  );
  const page = await signIn(browser, company, 'alice', context);
  await expect(page.getByText("This message can't be shown.")).toBeVisible();
  await expect(row(page, 'Before it')).toBeVisible();
  await expect(row(page, 'After it')).toBeVisible();
  await expectAccessible(page, 'a row that broke');
  await say(page, 'Still here');
  const other = await signIn(browser, company, 'bob');
  await expect(row(other, 'Not to be drawn')).toBeVisible();
  await expect(row(other, 'Still here')).toBeVisible();
});

test('a page that breaks says that nothing is lost, and is whole after a reload', async ({
  browser,
}) => {
  const company = await newCompany('broken-page');
  const alice = await signIn(browser, company, 'alice');
  await say(alice, 'Kept');
  await expect(row(alice, 'Kept')).toHaveAttribute('data-ts', /./);
  // A browser that fails once at something that the page needs.
  await alice.evaluate(() => {
    ResizeObserver.prototype.observe = () => {
      throw new TypeError('as a browser fails');
    };
  });
  await link(alice, 'random').click();
  await expect(alice.getByText('Your messages are safe.')).toBeVisible();
  await expectAccessible(alice, 'a page that broke');
  await alice.getByRole('button', { name: 'Reload' }).click();
  await link(alice, 'general').click();
  await expect(row(alice, 'Kept')).toBeVisible();
});
