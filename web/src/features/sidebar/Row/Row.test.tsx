// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { SidebarRow } from '../../../models/sidebar';
import { emptyDraft } from '../../../richtext/draft';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Row } from './Row';

const calm = { kind: 'channel', muted: false, unread: false, count: 0, user: undefined } as const;

function show(page: InWorkspace, given: Partial<SidebarRow>, open = false): string[] {
  const told: string[] = [];
  page.show(
    <Row
      row={{ ...calm, id: 'C1', title: 'boats', ...given }}
      href="/w/acme/c/C1"
      open={open}
      tabStop
      onMenu={({ row }) => told.push(row.id)}
    />,
  );
  return told;
}

const name = () => screen.getByRole('link').getAttribute('aria-label');

test.for<[Partial<SidebarRow>, string]>([
  [{ unread: true, count: 3, muted: true }, '3'],
  [{ unread: true, muted: true }, 'unread'],
  [{ muted: true }, 'muted'],
  [{ kind: 'private' }, 'private'],
])('the name of %o says what matters most', ([given, word], { page }) => {
  show(page, given);

  expect(name()).toMatch(/^boats/);
  expect(name()).toContain(word);
});

test('a draft is told of, but not where one is writing it', ({ page }) => {
  act(() => page.workspace.drafts.set('C1', { ...emptyDraft, text: 'begun' }));
  show(page, {});
  show(page, {}, true);

  const [elsewhere, here] = screen.getAllByRole('link');
  expect(elsewhere?.getAttribute('aria-label')).toBe('boats, draft');
  expect(here?.getAttribute('aria-label')).toBe('boats');
  expect(here?.getAttribute('aria-current')).toBe('page');
});

test('its menu comes by a right click or the button', async ({ page, user }) => {
  const told = show(page, {});

  await user.pointer({ keys: '[MouseRight]', target: screen.getByRole('link') });
  await user.click(screen.getByRole('button', { name: 'Actions for boats' }));
  expect(told).toEqual(['C1', 'C1']);
});
