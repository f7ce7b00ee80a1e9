import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { link, newCompany, row, say, signIn } from './people';
import { OwnServer } from './server';

let server: OwnServer;

test.beforeAll(async () => {
  server = await OwnServer.start('0.0.0.0');
});

test.afterAll(() => server.close());

/** An address of this machine that is not its own name for itself. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) throw new Error('This machine has no address on a network.');
  return found.address;
}

test('the page works over plain HTTP at an address of the local network', async ({ browser }) => {
  const company = await newCompany('plain', server.address);
  const lan = { ...company, url: `http://${lanAddress()}:${server.port}` };
  const alice = await signIn(browser, lan, 'alice');
  const complaints: string[] = [];
  alice.on('pageerror', (error) => complaints.push(error.message));
  expect(await alice.evaluate(() => isSecureContext)).toBe(false);

  // Sending and hearing.
  await say(alice, 'Hello from the office');
  await expect(row(alice, 'Hello from the office')).toBeVisible();
  const text = '<!channel> Hello office';
  await company.bob.call('chat.postMessage', { channel: company.channels.random, text });
  await link(alice, 'random, 1 new').click();
  await expect(row(alice, 'Hello office')).toBeVisible();
  await expect(link(alice, 'random')).toBeVisible();

  // What is on disk, the lease of the sending tab and the session outlive a reload.
  await alice.reload();
  await expect(row(alice, 'Hello office')).toBeVisible();
  const sent = alice.waitForRequest('**/api/chat.postMessage', { timeout: 1500 });
  await say(alice, 'And after a reload');
  await sent;
  const posted = async () => {
    const channel = company.channels.random;
    const { messages } = await company.bob.call('client.history', { channel });
    return (messages as { text: string }[]).map((message) => message.text);
  };
  await expect.poll(posted).toContain('And after a reload');

  // Of two tabs one sends for both, and each message goes out once.
  const other = await alice.context().newPage();
  await other.goto(lan.url);
  await expect(row(other, 'And after a reload')).toBeVisible();
  await say(other, 'Typed in the other tab');
  await say(alice, 'Typed in the first tab');
  await expect
    .poll(posted)
    .toEqual(
      expect.arrayContaining([/first tab/, /other tab/].map((text) => expect.stringMatching(text))),
    );
  expect((await posted()).filter((text) => text.startsWith('Typed in'))).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('a killed server is told of, and after its return the page has what it missed', async ({
  browser,
}) => {
  const company = await newCompany('restart', server.address);
  const { bob, channels } = company;
  const channel = channels.general;
  const alice = await signIn(browser, company, 'alice');
  await say(alice, 'Before the fall');
  const posted = async (text: string) =>
    (await bob.call('chat.postMessage', { channel, text })).ts as string;
  const edited = await posted('To be edited');
  const deleted = await posted('To be deleted');
  await expect(row(alice, 'To be deleted')).toBeVisible();

  // The page says that the connection is gone.
  await alice.route('**/api/rtm.connect', (route) => route.abort('connectionrefused'));
  await server.end('SIGKILL');
  const banner = alice.getByRole('main').getByText(/Reconnecting…|You're offline/);
  await expect(banner).toBeVisible();

  // Things happen before the page finds its way back.
  await server.start();
  await bob.call('chat.update', { channel, ts: edited, text: 'Has been changed' });
  await bob.call('chat.delete', { channel, ts: deleted });
  await posted('New since then');
  await expect(row(alice, 'To be deleted')).toBeVisible();
  await alice.unroute('**/api/rtm.connect');
  await alice.evaluate(() => window.dispatchEvent(new Event('focus')));

  await expect(row(alice, 'New since then')).toBeVisible({ timeout: 45_000 });
  await expect(banner).toHaveCount(0);
  await expect(row(alice, 'Has been changed')).toContainText('(edited)');
  await expect(row(alice, 'To be edited')).toHaveCount(0);
  await expect(row(alice, 'To be deleted')).toHaveCount(0);
  await expect(row(alice, 'Before the fall')).toHaveCount(1);
  await say(alice, 'And on we go');
  await expect(row(alice, 'And on we go')).toBeVisible();
});
