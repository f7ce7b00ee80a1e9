// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Formats } from '../../../i18n/formats';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { PendingRow } from './PendingRow';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const names = {
  person: (id: string) => id,
  channel: (id: string) => id,
  emoji: () => undefined,
  group: () => undefined,
};
const formats = { time: () => '10:14' } as unknown as Formats;

test('what failed is edited in the field, above what is begun there', async () => {
  const { world, workspace, me } = page;
  const [general] = [...world.channels.values()];
  const { id } = general!;
  general!.archived = true;
  workspace.outbox.send({ channel: id, text: 'first *try*' });
  await waitFor(() => expect(workspace.outbox.store.getState().sends[0]?.state).toBe('failed'));
  workspace.drafts.set(id, { text: 'half a tho', mentions: [] });
  const [send] = workspace.outbox.store.getState().sends;
  page.show(<PendingRow head send={send!} self={me} names={names} formats={formats} rowId="row" />);

  await userEvent.setup().click(screen.getByRole('button', { name: 'Edit' }));
  expect(workspace.drafts.get(id)).toMatchObject({ text: 'first *try*\nhalf a tho' });
  expect(workspace.outbox.store.getState().sends).toEqual([]);
});
