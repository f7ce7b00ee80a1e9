import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { idOf, composer, link, newCompany, operate, picture, row, say, signIn } from './people';

/** As a browser gives what was copied on another page. */
const paste = (page: Page, text: string, html = '') =>
  composer(page).evaluate(
    (field, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data.text);
      if (data.html !== '') clipboardData.setData('text/html', data.html);
      const init = { clipboardData, bubbles: true, cancelable: true };
      field.dispatchEvent(new ClipboardEvent('paste', init));
    },
    { text, html },
  );

const editor = (page: Page) => expect(composer(page)).toHaveAttribute('contenteditable', 'true');

test('what is written by keys, signs and pasting is received as it was shown', async ({
  browser,
}) => {
  const company = await newCompany('writing');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  const complaints: string[] = [];
  alice.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await editor(alice);
  const field = composer(alice);
  await field.focus();
  const { keyboard } = alice;

  // Fast, while others talk.
  const words = 'the quick brown fox jumps over the lazy dog '.repeat(5).trim();
  const talk = Array.from({ length: 10 }, (_, at) =>
    company.bob.call('chat.postMessage', {
      channel: company.channels.general,
      text: `meanwhile ${at}`,
    }),
  );
  await keyboard.type(words);
  await Promise.all(talk);
  await expect(field).toHaveText(words);
  await field.press('Enter');
  await expect(row(bob, words)).toBeVisible();

  // Bold by key and by signs, an address over words.
  await keyboard.press('Control+b');
  await keyboard.type('one');
  await keyboard.press('Control+b');
  await keyboard.type(' *two* plan');
  await keyboard.press('Control+Shift+ArrowLeft');
  await paste(alice, 'https://acme.test/plan');
  await expect(field.locator('strong')).toHaveText(['one', 'two']);
  await picture(alice, 'composer');
  await field.press('Enter');
  const one = row(bob, 'one two plan');
  await expect(one.locator('strong')).toHaveText(['one', 'two']);
  await expect(one.getByRole('link', { name: 'plan' })).toHaveAttribute(
    'href',
    'https://acme.test/plan',
  );

  // A list and code.
  await keyboard.type('- milk');
  await keyboard.press('Shift+Enter');
  await keyboard.type('bread');
  await keyboard.press('Shift+Enter');
  await keyboard.press('Shift+Enter');
  await keyboard.type('```let a = 1;');
  await keyboard.press('Control+Enter');
  const list = row(bob, 'milk');
  await expect(list.locator('li')).toHaveText(['milk', 'bread']);
  await expect(list.locator('pre')).toContainText('let a = 1;');

  // From a web page: its structure, not its looks.
  const html =
    '<h2 style="color:red">Plan</h2><p style="background:#ff0">first <b>this</b></p><ol><li>then</li></ol><table><tr><td>cell</td></tr></table>';
  const kept = alice.waitForResponse(
    (response) =>
      response.url().includes('client.drafts.set') &&
      response.request().postData()?.includes('first *this*') === true,
  );
  await paste(alice, 'Plan\nfirst this\nthen\ncell', html);
  await expect(field.locator('strong')).toHaveText(['this']);
  await expect(field.locator('ol > li')).toHaveText(['then']);
  await expect(field.locator('[style], table, h2')).toHaveCount(0);
  expect(complaints).toEqual([]);

  // What is begun is there after a reload, as it was.
  await kept;
  await alice.reload();
  await editor(alice);
  await expect(field.locator('ol > li')).toHaveText(['then']);
  await field.press('Enter');
  const plan = row(bob, 'first this');
  await expect(plan.locator('ol > li')).toHaveText(['then']);
  await expect(plan.locator('strong')).toHaveText(['this']);

  // Japanese: Enter ends a composition and sends nothing.
  const ime = await alice.context().newCDPSession(alice);
  await ime.send('Input.imeSetComposition', { text: 'にほn', selectionStart: 3, selectionEnd: 3 });
  const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await ime.send('Input.insertText', { text: '日本' });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await expect(field).toHaveText('日本');
  await expect(row(bob, '日本')).toHaveCount(0);
  await field.press('Enter');
  await expect(row(bob, '日本')).toBeVisible();
});

test('who is mentioned is told, and who would not see it is named', async ({ browser }) => {
  const company = await newCompany('naming');
  const { call } = company.bob;
  const made = await call('conversations.create', { name: 'plans' });
  const { id: channel } = made.channel as { id: string };
  await call('conversations.invite', { channel, users: await idOf(company, 'alice') });
  const cai = { name: 'cai', real_name: 'Cai', email: 'cai@naming.test' };
  await operate('user.create', { workspace: 'naming', password: 'correct horse battery', ...cai });
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await link(bob, 'random').click();
  await editor(alice);
  await composer(alice).focus();
  const { keyboard } = alice;

  await keyboard.type('Hello @bo');
  await expect(alice.getByRole('option').first()).toContainText('Bob');
  await expectAccessible(alice, 'completions');
  await keyboard.press('Enter');
  await keyboard.type('there');
  await keyboard.press('Enter');
  await expect(bob.getByRole('link', { name: 'general, 1 new' })).toBeVisible();
  await bob.getByRole('link', { name: 'general, 1 new' }).click();
  await expect(row(bob, 'Hello @Bob there')).toBeVisible();

  // A channel without Cai, who is brought in by one press.
  await link(alice, 'plans').click();
  await editor(alice);
  await composer(alice).focus();
  await keyboard.type('What does @ca');
  await expect(alice.getByRole('option', { name: /Cai.*Not in this channel/ })).toBeVisible();
  await picture(alice, 'completions');
  await keyboard.press('Enter');
  await keyboard.type('think?');
  await keyboard.press('Enter');
  await expect(alice.getByText("Cai isn't in #plans and won't see this.")).toBeVisible();
  await alice.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(alice.getByRole('link', { name: '3 members' })).toBeVisible();
  await expect(alice.getByText(/won't see this/)).toHaveCount(0);

  // Archived while she writes: the reason, and not a letter lost.
  await composer(alice).focus();
  await keyboard.type('half a tho');
  await call('conversations.archive', { channel });
  await expect(
    alice.getByText('This channel is archived. You can read but not write.'),
  ).toBeVisible();
  await call('conversations.unarchive', { channel });
  await expect(composer(alice)).toHaveText('half a tho');
});

test('a message goes out later, and is changed, sent at once and undone before', async ({
  browser,
}) => {
  const company = await newCompany('later-on');
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  await editor(alice);
  await composer(alice).focus();
  const { keyboard } = alice;

  // By the keyboard alone.
  await keyboard.type('- morning');
  await keyboard.press('Control+ArrowRight');
  await alice.getByRole('button', { name: 'Send later' }).focus();
  await keyboard.press('Enter');
  await picture(alice, 'schedule');
  await expect(alice.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(composer(alice)).toHaveText('');
  await alice.getByRole('button', { name: 'Scheduled messages' }).click();
  await expect(alice.getByRole('listitem').filter({ hasText: 'morning' })).toContainText(
    'Goes out',
  );
  await expectAccessible(alice, 'scheduled messages');
  await picture(alice, 'scheduled');

  await alice.getByRole('button', { name: 'Edit' }).click();
  const edited = alice.getByRole('textbox', { name: 'Edit scheduled message' });
  await expect(edited).toHaveAttribute('contenteditable', 'true');
  await edited.press('Control+End');
  await keyboard.type(' everybody');
  await keyboard.press('Enter');
  await expect(alice.getByText('morning everybody')).toBeVisible();
  await alice.getByRole('button', { name: 'Send now' }).click();
  const sent = row(bob, 'morning everybody');
  await expect(sent.locator('li')).toHaveText(['morning everybody']);

  // What was sent too early comes back.
  await link(alice, 'general').click();
  await say(alice, 'too early');
  await expect(row(bob, 'too early')).toBeVisible();
  await composer(alice).press('Control+z');
  await expect(row(bob, 'too early')).toHaveCount(0);
  await expect(composer(alice)).toHaveText('too early');

  // The address of a message stands there as words.
  await composer(alice).press('Control+a');
  await composer(alice).press('Delete');
  await expect(composer(alice)).toHaveText('');
  const { permalink } = await company.bob.call('chat.getPermalink', {
    channel: company.channels.general,
    message_ts: await sentTs(company, 'morning everybody'),
  });
  await paste(alice, String(permalink));
  await expect(composer(alice)).toHaveText(/^#general, Alice, /);
  await composer(alice).press('Enter');
  await bob.getByRole('link', { name: /^#general, Alice, / }).click();
  await expect(row(bob, 'morning everybody')).toBeFocused();
});

async function sentTs(company: Awaited<ReturnType<typeof newCompany>>, text: string) {
  const { messages } = await company.bob.call('conversations.history', {
    channel: company.channels.general,
  });
  const found = (messages as { ts: string; text: string }[]).find((each) =>
    each.text.includes(text),
  );
  return found?.ts ?? '';
}
