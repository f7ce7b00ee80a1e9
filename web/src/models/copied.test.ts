import { expect, test } from 'vitest';
import { alice, bob, message, tsOf } from '../testing/builders';
import { copiedOf } from './copied';

const names = {
  person: (user: string) => (user === alice.id ? 'Alice' : 'Bob <b>'),
  channel: (channel: string) => channel,
  emoji: () => undefined,
  group: () => undefined,
};

test('several messages are pasted as name, time and text', () => {
  const messages = [
    message({ ts: tsOf(1), user: alice.id, text: `Hello <@${bob.id}>\n1 &lt; 2` }),
    message({ ts: tsOf(2), user: bob.id, text: '*Yes*' }),
  ];
  const { text, html } = copiedOf(messages, names, () => '10:14');

  expect(text).toBe('Alice 10:14\nHello @Bob <b>\n1 < 2\nBob <b> 10:14\nYes');
  expect(html).toBe(
    '<p><b>Alice</b> 10:14<br>Hello @Bob &lt;b&gt;<br>1 &lt; 2</p>' +
      '<p><b>Bob &lt;b&gt;</b> 10:14<br>Yes</p>',
  );
});
