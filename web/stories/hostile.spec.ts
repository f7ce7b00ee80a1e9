import { expect, test } from '@playwright/test';
import { fillHostile } from './hostile';
import { newCompany, signIn, suite } from './people';
import { expectFits, inAnotherLanguage, nothing, watch } from './quiet';
import { views } from './walk';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const) {
  test(`nothing hostile runs, leaves for another host or is too wide, at ${width} px`, async ({
    browser,
  }) => {
    const company = await newCompany(`hostile-${width}`);
    const places = await fillHostile(company);
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await signIn(browser, company, 'alice', context);
    await page.setViewportSize({ width, height });
    const watched = await watch(page, new URL(suite.url).origin);
    await page.reload();
    for (const view of views) {
      await view.show(page, places);
      await expectFits(page, `${view.name}, ${width} px`);
      await inAnotherLanguage(page, () => expectFits(page, `${view.name}, from right to left`));
    }
    expect(watched).toEqual(nothing);
  });
}
