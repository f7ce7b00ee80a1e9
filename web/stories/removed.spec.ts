import { expect, test } from '@playwright/test';
import { composer, idOf, link, newCompany, picture, row, say, signIn } from './people';

test('who is removed in mid-word loses nothing, and nothing that they type goes elsewhere', async ({
  browser,
}) => {
  const company = await newCompany('removed');
  const { call } = company.bob;
  const owner = await idOf(company, 'alice');
  const made = await call('conversations.create', { name: 'project' });
  const { id: channel } = made.channel as { id: string };
  await call('conversations.invite', { channel, users: owner });
  const alice = await signIn(browser, company, 'alice');
  const bob = await signIn(browser, company, 'bob');
  const remove = async () => {
    await alice.goto(`${company.url}/w/${company.slug}/c/${channel}/details/members`);
    await alice.getByRole('button', { name: 'Remove Bob' }).click();
    await alice.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  };

  // Words that are typed on reach neither a link nor another conversation.
  await link(bob, 'project').click();
  await composer(bob).pressSequentially('Half a thought');
  await remove();
  const told = bob.getByRole('heading', { name: 'Alice removed you from #project.' });
  await expect(bob.getByRole('button', { name: 'Join #project' })).toBeVisible();
  await bob.keyboard.type(' and the rest');
  await bob.keyboard.press('Enter');
  await bob.keyboard.type('more');
  await expect(told).toBeVisible();
  await picture(bob, 'removed');

  // What was begun is kept, and said to be.
  await bob.getByRole('link', { name: 'Open drafts' }).click();
  await expect(bob.getByText('Half a thought')).toBeVisible();
  await bob.getByRole('link', { name: '#project' }).click();
  await bob.getByRole('button', { name: 'Join #project' }).click();
  await expect(composer(bob)).toHaveText('Half a thought');

  // And so is what was sent without a connection, once the conversation is there.
  await expect(bob.getByRole('article').last()).toBeVisible();
  await bob.context().setOffline(true);
  await say(bob, 'Written while away');
  await expect(row(bob, 'Written while away')).toBeVisible();
  await remove();
  await expect(alice.getByRole('button', { name: 'Remove Bob' })).toHaveCount(0);
  await bob.context().setOffline(false);
  await expect(told).toBeVisible();
  await bob.getByRole('button', { name: 'Join #project' }).click();
  await expect(row(bob, 'Written while away')).toContainText('Not sent');
  await bob.getByRole('button', { name: 'Retry' }).click();
  await expect(row(alice, 'Written while away')).toBeVisible();
});
