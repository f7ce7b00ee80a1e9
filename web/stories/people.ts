import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';

export interface Company {
  url: string;
  slug: string;
  /** Bob is also at hand without a page: by what his programs may call. */
  bob: { id: string; call: Call };
  channels: Record<'general' | 'random', string>;
}

export type Answer = Record<string, unknown> & { ok: boolean };
export type Call = (method: string, args: Record<string, unknown>) => Promise<Answer>;

export const suite = {
  url: process.env.PARLEY_URL ?? '',
  key: process.env.PARLEY_OPERATOR_KEY ?? '',
};

const password = 'correct horse battery';

/** A workspace of its own with Alice, who owns it, and Bob: stories do not meet, nor repetitions. */
export async function newCompany(name: string, { url, key } = suite): Promise<Company> {
  const { repeatEachIndex } = test.info();
  const slug = repeatEachIndex === 0 ? name : `${name}-${repeatEachIndex}`;
  const operator = async (command: string, args: Record<string, unknown>) =>
    post(`${url}/operator/${command}`, key, args);
  const owner = {
    owner_name: 'alice',
    owner_real_name: 'Alice',
    owner_email: `alice@${slug}.test`,
  };
  await operator('workspace.create', { name, slug, password, ...owner });
  const email = `bob@${slug}.test`;
  const person = { workspace: slug, name: 'bob', real_name: 'Bob', email, password };
  const { user_id: id, token } = await operator('user.create', person);
  const call: Call = (method, args) => post(`${url}/api/${method}`, String(token), args);
  const boot = await call('client.boot', {});
  const all = boot.channels as { id: string; name: string }[];
  const named = (name: string) => all.find((each) => each.name === name)?.id ?? '';
  const channels = { general: named('general'), random: named('random') };
  return { url, slug, bob: { id: String(id), call }, channels };
}

/** The id of somebody in a company, by their name. */
export async function idOf({ bob }: Company, name: string): Promise<string> {
  const { users } = await bob.call('client.boot', {});
  const found = (users as { id: string; name: string }[]).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.id;
}

export async function post(
  url: string,
  token: string,
  args: Record<string, unknown>,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(args) });
  const answer = (await response.json()) as Answer;
  expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
  return answer;
}

export async function operate(command: string, args: Record<string, unknown>): Promise<Answer> {
  return post(`${suite.url}/operator/${command}`, suite.key, args);
}

/** The page of somebody who has just signed in, in a browser of their own or in a given one. */
export async function signIn(
  browser: Browser,
  { url, slug }: Company,
  name: 'alice' | 'bob',
  given?: BrowserContext,
): Promise<Page> {
  const context = given ?? (await browser.newContext());
  const page = await context.newPage();
  await page.goto(url);
  await fillSignIn(page, `${name}@${slug}.test`);
  await expect(composer(page)).toBeVisible();
  return page;
}

/** On the page that asks who one is. */
export async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export const composer = (page: Page) =>
  page.getByRole('region', { name: 'Composer' }).getByRole('textbox');

export const row = (place: Pick<Page, 'getByRole'>, text: string) =>
  place.getByRole('article').filter({ hasText: text });

export const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', { name, exact: true });

export const picture = (page: Page, name: string) =>
  page.screenshot({ path: `reports/${name}.png` });

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** What a pattern finds in the messages on the page, in their order. */
export async function said(page: Page, pattern: RegExp): Promise<string[]> {
  const texts = await page.getByRole('article').allInnerTexts();
  return texts.flatMap((text) => pattern.exec(text)?.[0] ?? []);
}
