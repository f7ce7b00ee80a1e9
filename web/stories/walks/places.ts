import { expect, type Page } from '@playwright/test';
import { place, shut, visit, type View } from '../views';

export const heading = (name: string) => (page: Page) =>
  page.getByRole('heading', { level: 1, name, exact: true });
export const dialog = (name: string) => (page: Page) =>
  page.getByRole('dialog', { name, exact: true });
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

export const conversation = place(
  'conversation',
  ({ channel }) => `/c/${channel}`,
  (page) => page.locator('main').getByRole('article'),
);
export const sidebar: View = {
  name: 'sidebar',
  show: async (page, at) => {
    await shut(page);
    await visit(page, at, '');
    await expect(page.getByRole('navigation', { name: 'Conversations' })).toBeVisible();
  },
};
