import { expect, test } from '@playwright/test';
import { diskOf } from './disk';
import { newCompany, row, say, signIn } from './people';
import { OwnServer } from './server';

let server: OwnServer;

test.beforeAll(async () => {
  server = await OwnServer.start();
});

test.afterAll(() => server.close());

test('a page that was open before starts without a server, and sends once it is back', async ({
  browser,
}) => {
  const company = await newCompany('offline-start', server.address);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const alice = await signIn(browser, company, 'alice', context);
  const complaints: string[] = [];
  alice.on('pageerror', ({ message }) => complaints.push(message));
  await say(alice, 'Kept for later');
  await expect.poll(async () => (await diskOf(alice, 'pages', 'Kept for later')).holds).toBe(true);
  await alice.evaluate(() => navigator.serviceWorker.ready);

  // The address of a view, whose file the server does not have.
  await server.end('SIGKILL');
  await alice.reload();
  await expect(row(alice, 'Kept for later')).toBeVisible();
  await expect(alice.getByRole('main').getByText(/Reconnecting…|You're offline/)).toBeVisible();
  await say(alice, 'Said without a server');
  await expect(row(alice, 'Said without a server')).toBeVisible();

  await server.start();
  await alice.evaluate(() => window.dispatchEvent(new Event('focus')));
  const posted = async () => {
    const { messages } = await company.bob.call('client.history', {
      channel: company.channels.general,
    });
    return (messages as { text: string }[]).map(({ text }) => text);
  };
  await expect
    .poll(async () => (await posted()).filter((text) => text === 'Said without a server').length, {
      timeout: 45_000,
    })
    .toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});
