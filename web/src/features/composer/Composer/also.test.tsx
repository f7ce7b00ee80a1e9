// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { test } from '../../../testing/pageTest';
import { Composer } from './Composer';

const box = () => screen.queryByRole('checkbox', { name: /Also send to/ });

test('a reply goes to the channel too only from those who may post there', async ({
  page,
  user,
}) => {
  const { store } = page.workspace;
  const [general] = page.world.channels.values();
  const { id } = general!;
  const nothing = () => undefined;
  const on = { onSent: nothing, onEditLast: nothing, onEscape: nothing };
  page.show(
    <Composer
      channel={id}
      thread="1700000001.000001"
      name="general"
      direct={false}
      closed={undefined}
      {...on}
    />,
  );
  await user.click(box()!);
  const only = (people: string[]) =>
    act(() => {
      const { conversations, people: held } = store.getState();
      const posting_restricted_to = { type: ['admin' as const], user: people };
      const restricted = { ...conversations[id]!, properties: { posting_restricted_to } };
      const { rank: _, ...regular } = held[page.me]!;
      store.setState({
        people: { ...held, [page.me]: regular },
        conversations: { ...conversations, [id]: restricted },
      });
    });

  only([page.bob]);
  expect(box()).toBeNull();
  only([page.me]);
  expect(box()).not.toBeNull();
});
