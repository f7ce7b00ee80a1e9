import { expect, test, type Locator } from '@playwright/test';
import { newCompany, picture, row, signIn } from './people';

const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}`).join('\n');

const heightOf = async (element: Locator) => (await element.boundingBox())?.height ?? 0;

test('a long message and long code are folded, and copied whole', async ({ browser }) => {
  const company = await newCompany('long-co');
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const alice = await signIn(browser, company, 'alice', context);
  const { call } = company.bob;
  const channel = company.channels.general;
  const code = lines('code', 200);
  await call('chat.postMessage', { channel, text: lines('verse', 120) });
  await call('chat.postMessage', { channel, text: `\`\`\`\n${code}\n\`\`\`` });

  const listing = row(alice, 'code 1');
  await expect(listing.locator('pre')).toContainText('code 24');
  await expect(listing.locator('pre')).not.toContainText('code 25');
  await listing.hover();
  await listing.getByRole('button', { name: 'Copy code' }).click();
  expect(await alice.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await listing.getByRole('button', { name: 'Show all 200 lines' }).click();
  await expect(listing.locator('pre')).toContainText('code 200');
  await listing.getByRole('button', { name: 'Show fewer lines' }).click();

  const poem = row(alice, 'verse 1');
  const folded = await heightOf(poem);
  await poem.getByRole('button', { name: 'Show all' }).click();
  const whole = await heightOf(poem);
  expect(whole / folded).toBeGreaterThan(3);

  // What was unfolded stays so while other things are looked at.
  await alice.getByRole('link', { name: 'random', exact: true }).click();
  await expect(alice.getByText('#random starts here.')).toBeVisible();
  await alice.getByRole('link', { name: 'general', exact: true }).click();
  await expect.poll(() => heightOf(poem)).toBe(whole);
  await poem.getByRole('button', { name: 'Show less' }).click();
  await expect.poll(() => heightOf(poem)).toBe(folded);
  await picture(alice, 'folded');
  await context.close();
});

test('in compact, time, name and text share a line', async ({ browser }) => {
  const company = await newCompany('compact-co');
  const alice = await signIn(browser, company, 'alice');
  const { call } = company.bob;
  const channel = company.channels.general;
  await call('chat.postMessage', { channel, text: `short and sweet` });
  await call('chat.postMessage', { channel, text: `${'many words '.repeat(40)}end` });
  await call('chat.postMessage', { channel, text: '```\nlet code = 1;\n```' });
  const short = row(alice, 'short and sweet');
  await expect(short).toBeVisible();
  await alice.evaluate(() => (document.documentElement.dataset.density = 'compact'));

  const middle = async (part: Locator) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0) / 2;
  };
  const text = await middle(short.getByText('short and sweet'));
  expect(Math.abs((await middle(short.getByText('Bob', { exact: true }))) - text)).toBeLessThan(3);
  expect(Math.abs((await middle(short.locator('time'))) - text)).toBeLessThan(3);
  expect(await heightOf(short)).toBeLessThan(25);
  await row(alice, 'let code').hover();
  await picture(alice, 'compact');
});
