import { expect, test } from '@playwright/test';
import { newCompany, signIn } from './people';

test('the ring around the name of a channel in a list crosses no line beside it', async ({
  browser,
}) => {
  const company = await newCompany('browse-ring');
  const alice = await signIn(browser, company, 'alice');
  await alice.goto(`${company.url}/w/${company.slug}/browse`);
  const browse = alice.getByRole('dialog', { name: 'Browse channels' });
  const name = browse.getByRole('link', { name: 'general' });
  await expect(name).toBeVisible();
  await browse.getByLabel('Sort by').focus();
  await alice.keyboard.press('Tab');
  await expect(name).toBeFocused();

  const { ring, note, text } = await name.evaluate((element) => {
    const { outlineOffset, outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none') throw new Error('no ring');
    const box = element.getBoundingClientRect();
    const outside = parseFloat(outlineOffset) + parseFloat(outlineWidth);
    const beside = element.nextElementSibling?.getBoundingClientRect();
    const letters = element.firstElementChild?.getBoundingClientRect();
    if (beside === undefined || letters === undefined) throw new Error('no words');
    return {
      ring: { outer: box.bottom + outside, inner: box.bottom + outside - parseFloat(outlineWidth) },
      note: beside.top,
      text: letters.bottom,
    };
  });
  expect(ring.outer).toBeLessThanOrEqual(note);
  expect(ring.inner).toBeGreaterThanOrEqual(text);
});
