// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeysContext, newDispatcher } from '../../../keys/useCommand';
import { answer, refuse, type Args } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import SearchView from './SearchView';

let page: InWorkspace;
let asked: Args[];
let general: string;
beforeEach(async () => {
  page = await inWorkspace();
  asked = [];
  general = [...page.world.channels.values()].find(({ name }) => name === 'general')!.id;
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const matchOf = (at: number, text: string, thread?: string) => ({
  iid: `m${at}`,
  team: 'T1',
  channel: { id: general, name: 'general' },
  user: page.bob,
  username: 'bob',
  ts: `170000000${at}.000001`,
  text,
  permalink:
    `https://x.test/w/acme/archives/${general}/p170000000${at}000001` +
    (thread === undefined ? '' : `?thread_ts=${thread}&cid=${general}`),
});

function answers(total: number, warning?: string) {
  page.answers['search.messages'] = (args) => {
    asked.push(args);
    const all = Array.from({ length: total }, (_, at) => matchOf(9 - at, `the plan, part ${at}`));
    const at = Number(args.page);
    const matches = all.slice((at - 1) * 2, at * 2);
    const paging = { page: at, pages: Math.ceil(total / 2) };
    return answer({
      messages: { total, paging, matches },
      ...(warning === undefined ? {} : { warning }),
    });
  };
}

const show = (query: string, channel?: string, tab?: 'people' | 'channels') =>
  page.show(<SearchView query={query} channel={channel} tab={tab} />);

test('what is found is marked, comes page after page, and opens where it was said', async () => {
  const user = userEvent.setup();
  answers(3, 'search_incomplete');
  show('plan');
  expect(await screen.findByText('3 messages, newest first')).toBeTruthy();
  expect(screen.getByText(/A search reads the newest 20,000 messages/)).toBeTruthy();
  expect(screen.getAllByText('plan')[0]?.tagName).toBe('MARK');
  expect(screen.getAllByRole('article')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3));
  expect(asked.map(({ page: at, query }) => [at, query])).toEqual([
    [1, 'plan'],
    [2, 'plan'],
  ]);
  await user.click(screen.getAllByText(', part 1', { exact: false })[0]!);
  expect(page.path()).toBe(`/w/acme/c/${general}/p/1700000008.000001`);
});

test('coming back shows the list as it was, with the focus on what was opened', async () => {
  const user = userEvent.setup();
  answers(3);
  const first = show('plan');
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3));
  await user.click(screen.getAllByRole('article')[1]!.querySelector('a')!);
  first.unmount();
  show('plan');
  expect(screen.getAllByRole('article')).toHaveLength(3);
  expect(asked).toHaveLength(2);
  expect(document.activeElement?.closest('li')).toBe(screen.getAllByRole('listitem')[4]);
});

test('a reply opens in its thread', async () => {
  page.answers['search.messages'] = () =>
    answer({
      messages: {
        total: 1,
        paging: { page: 1, pages: 1 },
        matches: [matchOf(5, 'plan', '1700000001.000001')],
      },
    });
  show('plan');
  const link = (await screen.findByRole('article')).querySelector('a');
  expect(link?.getAttribute('href')).toBe(
    `/w/acme/c/${general}/t/1700000001.000001/p/1700000005.000001`,
  );
});

test('filters are completed: names by arrows or Tab, people and days by Enter', async () => {
  const user = userEvent.setup();
  answers(0);
  show('');
  const field = screen.getByRole('combobox');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.type(field, 'plan fr');
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    'from:who wrote it',
  ]);
  await user.keyboard('{Tab}bo');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Bob Brown');
  await user.keyboard('{Enter}');
  expect((field as HTMLInputElement).value).toBe('plan from:@bob ');
  await user.keyboard('in:gen{Enter}has:l{Enter}{Escape}{Enter}');
  expect(page.path()).toBe('/w/acme/search?q=plan+from%3A%40bob+in%3A%23general+has%3Alink');
});

test('a search in one conversation says so and can be widened; nothing found says what to do', async () => {
  const user = userEvent.setup();
  answers(0);
  const keys = newDispatcher();
  page.show(
    <KeysContext value={keys}>
      <SearchView query="quarterly" channel={general} tab={undefined} />
    </KeysContext>,
  );
  const none = "Nothing matches 'quarterly'. Check the spelling or remove a filter.";
  expect(await screen.findByText(none)).toBeTruthy();
  expect(asked[0]?.query).toBe(`quarterly in:${general}`);
  expect(screen.getByText('In #general')).toBeTruthy();
  screen.getByRole('combobox').focus();
  expect(keys.run('find')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Search everywhere' }));
  expect(page.path()).toBe('/w/acme/search?q=quarterly');
});

test('what could not be searched is searched again', async () => {
  const user = userEvent.setup();
  page.answers['search.messages'] = () => refuse('fatal_error');
  show('plan');
  const again = await screen.findByRole('button', { name: 'Try again' });
  answers(1);
  await user.click(again);
  expect(await screen.findByText('1 message, newest first')).toBeTruthy();
});

test('people and channels are found by the words alone', async () => {
  page.world.addChannel('channel', 'boats', [page.bob]);
  show('bo from:me', undefined, 'people');
  expect(await screen.findByRole('link', { name: 'Bob Brown, bob' })).toBeTruthy();
  expect(screen.getByText('1 person')).toBeTruthy();
  cleanup();
  show('bo', undefined, 'channels');
  expect(await screen.findByRole('link', { name: /boats/ })).toBeTruthy();
});
