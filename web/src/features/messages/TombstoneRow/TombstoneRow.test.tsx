// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { useFormats } from '../../../i18n/formats';
import { bob, message, tsOf } from '../../../testing/builders';
import { test } from '../../../testing/pageTest';
import { namesOf } from '../../../testing/rows';
import { TombstoneRow } from './TombstoneRow';

const buried = message({
  subtype: 'tombstone',
  thread_ts: message().ts,
  reply_count: 2,
  reply_users: [bob.id],
  reply_users_count: 1,
  latest_reply: tsOf(60),
});

function Shown({ inThread, onOpen }: { inThread: boolean; onOpen: () => void }) {
  const formats = useFormats();
  return (
    <TombstoneRow
      message={buried}
      channel="C1"
      rowId="r"
      names={namesOf()}
      {...{ formats, inThread, onOpen }}
    />
  );
}

test('of a deleted message the replies stay within reach', async ({ page, user }) => {
  const told: string[] = [];
  page.show(<Shown inThread={false} onOpen={() => told.push('open')} />);

  expect(screen.getByText('Message deleted')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /2 replies/ }));
  expect(told).toEqual(['open']);
});

test('in its own thread it leads nowhere', ({ page }) => {
  page.show(<Shown inThread onOpen={() => undefined} />);

  expect(screen.getByText('Message deleted')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
