// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import { conversation } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { Posting } from './Posting';

test('people who may post besides stay so, until everybody may', async ({ page, user }) => {
  const seen: unknown[] = [];
  page.answers['admin.conversations.setConversationPrefs'] = ({ prefs }) =>
    seen.push(prefs) === 3 ? refuse('could_not_set_channel_pref') : answer({});
  const properties = { posting_restricted_to: { type: ['admin' as const], user: ['U7', 'U8'] } };
  page.show(<Posting conversation={conversation({ properties })} />);
  const posting = screen.getByLabelText('Who may post');

  expect(posting).toHaveProperty('value', 'admin');
  expect(screen.getByLabelText('Who may answer in threads')).toHaveProperty('value', 'everyone');
  await user.selectOptions(posting, 'Owners');
  await user.selectOptions(posting, 'Everybody');
  await user.selectOptions(screen.getByLabelText('Who may answer in threads'), 'Admins');
  expect(seen).toEqual([
    { who_can_post: 'type:owner,user:U7,user:U8' },
    { who_can_post: 'type:everyone' },
    { can_thread: 'type:admin' },
  ]);
  expect(await screen.findByText('That could not be set. Try again.')).toBeTruthy();
});
