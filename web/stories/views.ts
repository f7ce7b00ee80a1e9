import { expect, type Locator, type Page } from '@playwright/test';

const layers = 'dialog[open], [role=dialog], [role=menu], [role=listbox]';

/** What there is to look at in a workspace. */
export interface Places {
  slug: string;
  channel: string;
  /** A thread of that channel. */
  thread: string;
  /** A group message, in which a group of people is named. */
  direct: string;
  person: string;
  /** Who looks. */
  self: string;
  /** What a search finds something for. */
  query: string;
}

export interface View {
  name: string;
  /** From whatever is on the page to the view, as a person sees it once it is whole. */
  show: (page: Page, at: Places) => Promise<void>;
}

/** Goes to an address of the workspace without loading the page anew. */
export async function visit(page: Page, { slug }: Places, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), `/w/${slug}${path}`);
}

/** Closes whatever lies above the page, and takes the pointer off what would open under it. */
export async function shut(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  const above = page.locator('dialog[open], [role=dialog], [role=menu]');
  for (let left = 6; left > 0 && (await above.count()) > 0; left -= 1) {
    await page.keyboard.press('Escape');
  }
  await expect(above).toHaveCount(0);
}

/** A view with an address of its own. */
export function place(
  name: string,
  path: (at: Places) => string,
  whole: (page: Page) => Locator,
): View {
  const show = async (page: Page, at: Places) => {
    await shut(page);
    await visit(page, at, path(at));
    await expect(whole(page).first()).toBeVisible();
  };
  return { name, show };
}

/** What opens above one. */
export function above(name: string, from: View, open: (page: Page) => Promise<unknown>): View {
  const show = async (page: Page, at: Places) => {
    await from.show(page, at);
    await open(page);
    await expect(page.locator(layers).last()).toBeVisible();
  };
  return { name, show };
}
