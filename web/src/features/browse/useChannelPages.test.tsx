// @vitest-environment happy-dom
import { act, waitFor } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { Outcome } from '../../protocol/api';
import type { FoundChannel, FoundChannelsAnswer } from '../../protocol/generated';
import type { InWorkspace } from '../../testing/inWorkspace';
import { test } from '../../testing/pageTest';
import { useChannelPages, type ChannelPages } from './useChannelPages';

type Answer = (outcome: Outcome<FoundChannelsAnswer>) => void;

const channel = (name: string): FoundChannel => ({
  id: `C${name}`,
  name,
  is_archived: false,
  is_member: false,
  num_members: 1,
});
const pageOf = (next_cursor: string, ...names: string[]): Outcome<FoundChannelsAnswer> => ({
  kind: 'ok',
  answer: { channels: names.map(channel), next_cursor },
});

/** Shows what is found; the test answers each question when it likes. */
function found(page: InWorkspace, query: string) {
  const waiting: Answer[] = [];
  const ask = () => new Promise((resolve) => waiting.push(resolve));
  vi.spyOn(page.workspace.parts, 'call').mockImplementation(ask as never);
  let now: ChannelPages | undefined;
  const Probe = (props: { query: string }) => {
    now = useChannelPages({ query: props.query, limit: 200 });
    return null;
  };
  const shown = page.show(<Probe query={query} />);
  return {
    names: () => now?.channels?.map(({ name }) => name),
    asked: () => waiting.length,
    failed: () => now?.refusal !== undefined,
    more: () => act(() => now?.more()),
    ask: (next: string) => shown.rerender(<Probe query={next} />),
    answer: async (at: number, outcome: Outcome<FoundChannelsAnswer>) => {
      await waitFor(() => expect(waiting.length).toBeGreaterThan(at));
      await act(async () => {
        waiting[at]?.(outcome);
        await Promise.resolve();
      });
    },
  };
}

test('what the next page has again is there once', async ({ page }) => {
  const list = found(page, 'a');
  await list.answer(0, pageOf('2', 'a1', 'a2'));
  list.more();
  await list.answer(1, pageOf('', 'a2', 'a3'));
  expect(list.names()).toEqual(['a1', 'a2', 'a3']);
});

test('a page of what was asked before that comes late or not at all changes nothing', async ({
  page,
}) => {
  const list = found(page, 'a');
  await list.answer(0, pageOf('1', 'a1'));
  list.more();
  list.more();
  expect(list.asked()).toBe(2);
  list.ask('b');
  await list.answer(2, { kind: 'unreachable' });
  expect(list.failed()).toBe(true);
  await list.answer(1, pageOf('', 'a2'));
  expect(list.failed()).toBe(true);
  expect(list.names()).toBeUndefined();
});

test('a first page that did not come is asked for again, once', async ({ page }) => {
  const list = found(page, 'a');
  await list.answer(0, { kind: 'unreachable' });
  expect(list.failed()).toBe(true);
  list.more();
  list.more();
  expect(list.asked()).toBe(2);
  await list.answer(1, pageOf('2', 'a1'));
  list.more();
  await list.answer(2, pageOf('', 'a2'));
  expect(list.names()).toEqual(['a1', 'a2']);
  expect(list.failed()).toBe(false);
});
