// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useFormats } from '../../../i18n/formats';
import { newLanguage, Texts } from '../../../i18n/Texts';
import type { Message } from '../../../protocol/generated';
import { bob, message } from '../../../testing/builders';
import { Marks } from '../Marks/Marks';
import { Meta } from './Meta';

afterEach(cleanup);

function Shown({ given, starred }: { given: Partial<Message>; starred: boolean }) {
  return <Meta id="m" message={message(given)} starred={starred} formats={useFormats()} />;
}

function said(given: Partial<Message>, starred = false): string {
  const { container } = render(
    <Texts language={newLanguage('en-GB', null)}>
      <Shown given={given} starred={starred} />
    </Texts>,
  );
  return container.textContent;
}

test('of a plain message the time alone is said', () => {
  expect(said({})).toMatch(/^\d\d:\d\d$/);
});

test('what became of a message is said after its time', () => {
  const reactions = [
    { name: 'tada', users: [bob.id], count: 2 },
    { name: 'fire', users: [bob.id], count: 1 },
  ];
  const edited = { user: bob.id, ts: '1700000001.000000' };
  const all = said({ edited, reply_count: 3, reactions, pinned_to: ['C1'] }, true);
  expect(all).toMatch(/^\d\d:\d\d, edited, 3 replies, 3 reactions, Saved for later, Pinned$/);
});

test('what is saved or pinned is marked for all to see', () => {
  const marks = (starred: boolean, pinned: boolean) => {
    cleanup();
    return render(
      <Texts language={newLanguage('en', null)}>
        <Marks starred={starred} pinned={pinned} />
      </Texts>,
    ).container.textContent;
  };
  expect(marks(false, false)).toBe('');
  expect(marks(true, true)).toBe('Saved for laterPinned');
});
