import { expect, test } from '@playwright/test';
import { expectAccessibleInAll } from './axe';

test('axe finds nothing on the set-up page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Company')).toBeVisible();
  await expectAccessibleInAll(page, 'set-up');
});

test('what is wrong on the set-up page is said at its field', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('How others are added is shown under People')).toBeVisible();
  const fields = { company: 'Company', name: 'Your name', email: 'Mail', password: 'Password' };
  const field = (of: keyof typeof fields) => page.getByLabel(fields[of], { exact: true });
  await field('company').fill('Acme');
  await field('email').fill('alice');
  await field('password').fill('too short');
  await page.getByRole('button', { name: 'Create workspace' }).click();

  await expect(field('name')).toBeFocused();
  await expect(field('name')).toHaveAccessibleDescription('Say what you are called.');
  await expect(field('email')).toHaveAccessibleDescription('That is not a mail address.');
  await expect(field('password')).toHaveAccessibleDescription(/At least 10 characters/);
  await expect(field('password')).toHaveAttribute('aria-invalid', 'true');
  await expect(field('company')).toHaveAttribute('aria-invalid', 'false');

  // What only the server knows to be wrong is said there too.
  await field('name').fill('Alice');
  await field('email').fill(`${'a'.repeat(300)}@acme.test`);
  await field('password').fill('correct horse battery');
  const asked = page.waitForResponse('**/api/client.setUp');
  await page.keyboard.press('Enter');
  await asked;
  await expect(field('email')).toHaveAccessibleDescription('That is not a mail address.');
  await expect(field('email')).toBeFocused();
});
