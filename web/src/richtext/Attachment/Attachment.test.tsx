// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { Json } from '../../protocol/generated';
import { alice } from '../../testing/builders';
import { test } from '../../testing/pageTest';
import { namesOf } from '../../testing/rows';
import { Attachment } from './Attachment';

const shown = (attachment: Json) => (
  <Attachment attachment={attachment} names={namesOf()} self={alice.id} />
);

test('an attachment leads where it may, and says that nothing of it can be pressed', ({ page }) => {
  page.show(
    shown({
      author_name: 'CI',
      author_link: 'javascript:alert(1)',
      title: 'Build 42',
      title_link: 'https://ci.test/42',
      text: 'Broken by <@U2>',
      thumb_url: 'https://ci.test/face.png',
      actions: [{ type: 'button', text: 'Build again' }],
    }),
  );

  expect(screen.getAllByRole('link').map((link) => [link.textContent, link.title])).toEqual([
    ['Build 42', 'https://ci.test/42'],
    ['Picture', 'https://ci.test/face.png'],
  ]);
  expect(screen.getByText('CI')).toBeTruthy();
  expect(screen.getByText('@Bob')).toBeTruthy();
  expect(screen.queryByText('Build again')).toBeNull();
  expect(screen.getByText('Buttons and fields of apps cannot be used here yet.')).toBeTruthy();
});

test('its fields stand by their names, and its moment after its source', ({ page }) => {
  const fields = [
    { title: 'Branch', value: '*main*' },
    { title: 'Took', value: '3 min' },
  ];
  const { rerender } = page.show(shown({ fields, footer: 'CI', ts: 1_700_000_000 }));

  const words = (role: string) => screen.getAllByRole(role).map(({ textContent }) => textContent);
  expect(words('term')).toEqual(['Branch', 'Took']);
  expect(words('definition')).toEqual(['main', '3 min']);
  expect(screen.getByText(/^CI · .*2023/)).toBeTruthy();

  // Milliseconds, as some apps send them, are no moment of this age.
  rerender(shown({ footer: 'CI', ts: 1_700_000_000_000 }));
  expect(screen.getByText('CI')).toBeTruthy();
});

test('the words in place of all else are shown only where there is nothing else', ({ page }) => {
  const fallback = 'Build 42 is broken';
  const { rerender } = page.show(shown({ fallback }));
  expect(screen.getByText(fallback)).toBeTruthy();

  rerender(shown({ fallback, fields: [{ title: 'Build', value: '42' }] }));
  expect(screen.queryByText(fallback)).toBeNull();
});
