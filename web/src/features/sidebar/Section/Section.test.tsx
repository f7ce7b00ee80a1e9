// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { createRef } from 'react';
import { beforeEach, expect } from 'vitest';
import { prefer } from '../../../app/preferences';
import { usual } from '../../../models/preferences';
import type { SidebarSection } from '../../../models/sidebar';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Section } from './Section';

beforeEach(() => prefer('sections', usual.sections));

function show(page: InWorkspace, section: Partial<SidebarSection>): string[] {
  const told: string[] = [];
  page.show(
    <Section
      section={{ id: 'direct', rows: [], all: 0, order: undefined, ...section }}
      rows={section.rows ?? []}
      slug="acme"
      open={undefined}
      tabStop="D1"
      scroller={createRef()}
      onAdd={() => told.push('add')}
      onMenu={({ row }) => told.push(row.title)}
      onHold={() => undefined}
    />,
  );
  return told;
}

test('an empty section says whether nothing is there or nothing is shown', ({ page }) => {
  show(page, { id: 'starred' });
  expect(screen.getByText('Nothing starred')).toBeTruthy();
  show(page, { all: 3 });
  expect(screen.getByText('Nothing to show')).toBeTruthy();
});

test('one row takes the focus; a right click asks for its menu', async ({ page, user }) => {
  const row = { kind: 'person', muted: false, unread: true, count: 2 } as const;
  const rows = ['D1', 'D2'].map((id) => ({ ...row, id, title: id, user: page.bob }));
  const told = show(page, { rows, all: 2 });
  const links = screen.getAllByRole('link');

  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  await user.pointer({ keys: '[MouseRight]', target: links[1]! });
  await user.click(screen.getByRole('button', { name: 'New message' }));
  expect(told).toEqual(['D2', 'add']);
});
