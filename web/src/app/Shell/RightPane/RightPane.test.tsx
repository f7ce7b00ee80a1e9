// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import { usual } from '../../../models/preferences';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { Pane } from '../../../ui/Pane/Pane';
import { prefer, preferences } from '../../preferences';
import { RightPane } from './RightPane';

afterEach(() => prefer('paneWidth', usual.paneWidth));

function show(page: InWorkspace, visibility: 'visible' | 'hidden' = 'visible') {
  const onClose = vi.fn();
  page.show(
    <>
      <div style={{ visibility }} />
      <RightPane onClose={onClose} onBack={undefined}>
        <Pane title={'Thread'}>
          <input />
          <article role="article" tabIndex={0} />
        </Pane>
      </RightPane>
    </>,
  );
  return onClose;
}

test('Esc closes it, but not in a field or at a message, where it means something else', async ({
  page,
  user,
}) => {
  const onClose = show(page);

  await user.click(screen.getByRole('textbox'));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('article'));
  await user.keyboard('{Escape}');
  expect(onClose).not.toHaveBeenCalled();
  screen.getByRole('button', { name: /^Close/ }).focus();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('its edge makes it wider by keys, up to a limit, and that is kept', async ({ page, user }) => {
  show(page);
  const edge = screen.getByRole('separator', { name: 'Width of this pane' });

  edge.focus();
  await user.keyboard('{ArrowLeft}');
  expect(edge.getAttribute('aria-valuenow')).toBe('416');
  expect(preferences().paneWidth).toBe(416);
  await user.keyboard('{ArrowLeft>20/}');
  expect(edge.getAttribute('aria-valuenow')).toBe('640');
  await user.keyboard('{ArrowRight}');
  expect(preferences().paneWidth).toBe(624);
});

test('it is what the page shows once there is no room beside it', ({ page }) => {
  show(page, 'hidden');
  expect(screen.getByRole('main', { name: 'Thread' })).toBeTruthy();
});

test('with room beside it, it is an addition to the page', ({ page }) => {
  show(page);
  expect(screen.getByRole('complementary', { name: 'Thread' })).toBeTruthy();
});
