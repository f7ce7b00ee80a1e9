// @vitest-environment happy-dom
import { expect, vi } from 'vitest';
import { acme } from '../../testing/builders';
import type { Answered } from '../../testing/fake/answers';
import { test } from '../../testing/pageTest';
import { Workspace } from './workspace';

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('what waits when somebody leaves is not taken in, and asks the server for nothing', async ({
  page,
}) => {
  const { workspace, calls, me } = page;
  const before = workspace.store.getState();
  workspace.inbox.frame({ type: 'resync', stream: me, offset: 9999, reason: 'too_old' });
  const closed = workspace.close('nothing');
  const asked = calls.seen.length;
  await closed;
  await turn();

  expect(workspace.store.getState()).toBe(before);
  expect(calls.seen.slice(asked)).toEqual([]);
});

test('who leaves while the workspace is on its way opens no connection', async ({ page }) => {
  const { calls, me } = page;
  const openSocket = vi.fn();
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const workspace = await Workspace.open({
    team: { ...acme, id: 'T2' },
    user: me,
    call: async (method, args = {}) => {
      asked.push(method);
      await new Promise<void>((resolve) => (answer = resolve));
      const answered = calls.handle(method, args, { user: me, session: 'S' });
      return { kind: 'ok', answer: (answered as Answered).body as never };
    },
    openSocket,
    now: () => Date.now(),
    random: () => 0,
    newId: () => crypto.randomUUID(),
    schedule: (work) => void setTimeout(work),
    onEnded: () => undefined,
  });
  await vi.waitFor(() => expect(asked).toEqual(['client.boot']));
  await workspace.close('nothing');
  answer();
  await turn();

  expect(asked).toEqual(['client.boot']);
  expect(workspace.status.getState().ready).toBe(false);
});
