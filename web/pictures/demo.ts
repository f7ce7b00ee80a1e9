import { expect, type Page } from '@playwright/test';
import { composer } from '../stories/people';
import { shut, visit, type Places } from '../stories/views';

const password = process.env.PARLEY_DEMO_PASSWORD ?? '';

export async function signInToDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Mail').fill('maya@northlight.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(composer(page).or(page.getByRole('navigation')).first()).toBeVisible();
}

/** A channel with threads, people, and what is found: by what the page itself leads to. */
export async function placesOf(page: Page): Promise<Places> {
  const slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const places = {
    slug,
    channel: '',
    thread: '',
    direct: '',
    person: '',
    self: '',
    query: 'launch',
  };
  await visit(page, places, '/browse');
  const rows = page.getByRole('dialog').getByRole('listitem');
  const link = rows.filter({ hasText: 'launch-sprout-2' }).getByRole('link');
  const channel = idOf(await link.getAttribute('href'));
  await shut(page);
  await visit(page, places, `/c/${channel}`);
  const replies = page.locator('main').getByRole('button', { name: /replies|reply/ });
  await replies.last().click();
  await expect(page.locator('[data-region=pane]')).toBeVisible();
  const thread = /\/t\/([\d.]+)/.exec(page.url())?.[1] ?? '';
  await visit(page, places, '/people');
  const hrefOf = (who: string) =>
    page.locator('main').getByRole('link', { name: who }).first().getAttribute('href');
  const [self, person] = [await hrefOf('Maya Lindqvist'), await hrefOf('Carmen Ortega')];
  return { ...places, channel, thread, person: idOf(person), self: idOf(self) };
}

/** What nobody has done yet in the demo, so that no view is empty. */
export async function furnish(page: Page, places: Places): Promise<Places> {
  const { channel, thread, person, self } = places;
  const call = (method: string, args: Record<string, unknown>) =>
    page.evaluate(
      async ([name, given]) => {
        const post = async (path: string, body: unknown, team?: string) => {
          const headers: Record<string, string> = { 'Content-Type': 'application/json' };
          if (team !== undefined) headers['X-Parley-Team'] = team;
          const response = await fetch(path, {
            method: 'POST',
            headers,
            body: JSON.stringify(body),
          });
          return (await response.json()) as Record<string, unknown>;
        };
        const { teams } = (await post('/api/client.state', {})) as { teams: { id: string }[] };
        return post(`/api/${name}`, given, teams[0]?.id);
      },
      [method, args] as const,
    );
  const { members } = (await call('conversations.members', { channel, limit: 20 })) as {
    members: string[];
  };
  const others = members.filter((each) => each !== self && each !== person).slice(0, 5);
  const opened = (await call('conversations.open', { users: [person, ...others].join() })) as {
    channel: { id: string };
  };
  const furnished = { ...places, direct: opened.channel.id };
  await call('emoji.add', { mode: 'alias', name: 'lift-off', alias_for: 'rocket' });
  const { bookmarks } = (await call('bookmarks.list', { channel_id: channel })) as {
    bookmarks: unknown[];
  };
  if (bookmarks.length > 0) return furnished;
  const { messages } = (await call('client.history', { channel, limit: 30 })) as {
    messages: { ts: string; user: string }[];
  };
  const soon = Math.floor(Date.now() / 1000);
  for (const { ts } of messages.slice(-9, -5)) await call('stars.add', { channel, timestamp: ts });
  await call('reminders.add', { text: 'Water the office fig', time: String(soon + 7200) });
  await call('reminders.add', { text: 'Send Theo the slides', time: String(soon + 90_000) });
  const links = [
    ['Launch plan', 'https://docs.northlight.example/launch', ':rocket:'],
    ['Shop', 'https://northlight.example', ':seedling:'],
    ['Go/no-go list', 'https://docs.northlight.example/go', ':white_check_mark:'],
  ];
  for (const [title, link, emoji] of links) {
    await call('bookmarks.add', { channel_id: channel, type: 'link', title, link, emoji });
  }
  const text = 'Thank you all, from the greenhouse and from me.';
  await call('chat.scheduleMessage', { channel, text, post_at: soon + 50_000 });
  const begun = 'Before I forget: who takes the call with';
  const { usergroup } = (await call('usergroups.create', {
    name: 'Launch crew',
    handle: 'launch-crew',
    description: 'Who is called on the day',
  })) as { usergroup: { id: string } };
  const crew = usergroup.id;
  await call('usergroups.users.update', { usergroup: crew, users: [person, ...others].join() });
  const asked = `<!subteam^${crew}> who is in the office on Thursday?`;
  await call('chat.postMessage', { channel: opened.channel.id, text: asked });
  await call('client.drafts.set', { channel, thread_ts: thread, text: begun });
  return furnished;
}

function idOf(href: string | null): string {
  return href?.split('/').at(-1) ?? '';
}
