// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect } from 'vitest';
import { emptyDraft } from '../../../richtext/draft';
import { test } from '../../../testing/pageTest';
import { Views } from './Views';

const link = (name: RegExp) => screen.getByRole('link', { name });

test('the views say what is unread and how much is begun, and where one is', ({ page }) => {
  const [general = ''] = page.world.channels.keys();
  page.show(<Views current="later" unread />);

  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Later');
  expect(link(/^Unreads/).dataset.unread).toBe('true');
  expect(link(/^Threads/).dataset.unread).toBe('false');
  act(() => page.workspace.drafts.set(general, { ...emptyDraft, text: 'begun' }));
  expect(link(/^Drafts/).textContent).toBe('Drafts1');
  expect(link(/^Drafts/).getAttribute('href')).toBe('/w/acme/drafts');
  act(() => page.workspace.drafts.set(general, emptyDraft));
  expect(link(/^Drafts/).textContent).toBe('Drafts');
});
