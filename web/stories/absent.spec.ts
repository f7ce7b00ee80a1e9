import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { composer, newCompany, picture, signIn } from './people';
import { expectFits } from './quiet';

const pane = (page: Page) => page.locator('[data-region=pane]');
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };

test('a thread and a person who are not there are told of, and closed', async ({ browser }) => {
  const company = await newCompany('not-there');
  const alice = await signIn(browser, company, 'alice');
  const { url, slug, channels } = company;
  const asked: string[] = [];
  alice.on('request', (request) => {
    const body = request.postData() ?? '';
    if (request.url().includes('client.history') && body.includes('thread_ts')) asked.push(body);
  });
  for (const [name, path, told] of [
    ['thread', `c/${channels.general}/t/1600000000.000100`, 'This thread does not exist'],
    ['person', 'people/UNOBODY12', 'There is no such person here.'],
  ] as const) {
    for (const size of [desktop, phone]) {
      await alice.setViewportSize(size);
      await alice.goto(`${url}/w/${slug}/${path}`);
      await expect(pane(alice).getByText(told)).toBeVisible();
      await expect(pane(alice).getByRole('textbox')).toHaveCount(0);
      await expect(pane(alice).getByText('UNOBODY12')).toHaveCount(0);
      await expectFits(alice, name);
      await expectAccessible(alice, name);
      for (const colorScheme of ['dark', 'light'] as const) {
        await alice.emulateMedia({ colorScheme });
        await picture(alice, `no-${name}-${colorScheme}-${size.width}`);
      }
      await pane(alice)
        .getByRole('button', { name: /^Close/ })
        .click();
      await expect(pane(alice)).toHaveCount(0);
    }
  }
  expect(asked).toHaveLength(2);
});

test("an address of no workspace says so, and leads to one's own", async ({ browser }) => {
  const company = await newCompany('own-place');
  const alice = await signIn(browser, company, 'alice');
  for (const size of [desktop, phone]) {
    await alice.setViewportSize(size);
    await alice.goto(`${company.url}/w/no-such-workspace/c/C0123456789`);
    await expect(alice.getByRole('heading', { name: /no-such-workspace/ })).toBeVisible();
    await expectFits(alice, 'elsewhere');
    await expectAccessible(alice, 'elsewhere');
    await picture(alice, `elsewhere-${size.width}`);
  }
  await alice.setViewportSize(desktop);
  await alice.getByRole('link', { name: 'Go to own-place' }).click();
  await expect(composer(alice)).toBeVisible();
});
