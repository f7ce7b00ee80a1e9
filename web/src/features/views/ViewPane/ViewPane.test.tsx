// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enViews';
import { test } from '../../../testing/pageTest';
import { ViewPane } from './ViewPane';

test('a view has a name and a way back to the conversations', async ({ page, user }) => {
  page.show(<ViewPane title={'Later'}>{'nothing'}</ViewPane>);

  expect(screen.getByRole('main').textContent).toContain('nothing');
  expect(screen.getByRole('heading', { level: 1, name: 'Later' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Back to conversations' }));
  expect(page.visited().at(-1)).toBe('/w/acme');
  expect(page.visited()).toHaveLength(2);
});
