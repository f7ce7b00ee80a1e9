// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { message } from '../../../testing/builders';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Excerpt } from './Excerpt';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

test('an excerpt says who, where and when in its name too, and leads to the message', () => {
  const given = message({ user: page.bob, text: 'The *plan*' });
  page.show(<Excerpt message={given} self={page.me} place="#boats" href="/w/acme/c/C1/p/1" />);
  const article = screen.getByRole('article', { name: /^Bob Brown in #boats, / });
  expect(within(article).getByText('plan').tagName).toBe('STRONG');
  const link = within(article).getByRole('link', { name: /^Bob Brown in #boats, / });
  expect(link.getAttribute('href')).toBe('/w/acme/c/C1/p/1');
});

test('of an app its own name and face are shown; other words may stand in place of the text', () => {
  const icons = { emoji: ':fire:' };
  const given = message({ user: page.bob, username: 'Builder', icons });
  page.show(
    <Excerpt message={given} self={page.me} href="/x" body={<p>{'found words'}</p>}>
      <button type="button">{'Done'}</button>
    </Excerpt>,
  );
  expect(screen.getByText('Builder')).toBeTruthy();
  expect(screen.getByText('🔥')).toBeTruthy();
  expect(screen.getByText('found words')).toBeTruthy();
  expect(screen.queryByText('hello')).toBeNull();
  expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
});
