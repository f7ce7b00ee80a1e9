// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import { Pane, PaneContext } from './Pane';

afterEach(cleanup);

function show(frame: { back?: () => void; covers?: boolean }): string[] {
  const told: string[] = [];
  const { back, covers = false } = frame;
  const close = () => told.push('close');
  render(
    <Texts language={newLanguage('en', null)}>
      <PaneContext value={{ close, back, covers, edge: null }}>
        <Pane title={'Thread'} note={'#boats'}>
          <p>{'content'}</p>
        </Pane>
      </PaneContext>
    </Texts>,
  );
  return told;
}

test('a pane beside a conversation is a landmark that can be closed', async () => {
  const told = show({});
  expect(screen.getByRole('complementary', { name: 'Thread' }).textContent).toContain('content');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Thread');
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^Close/ }));
  expect(told).toEqual(['close']);
});

test('one that covers all else is what the page shows, and leads back to the one before', async () => {
  const told: string[] = [];
  show({ covers: true, back: () => void told.push('back') });
  expect(screen.getByRole('main', { name: 'Thread' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Thread');
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(told).toEqual(['back']);
});
