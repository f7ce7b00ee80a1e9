// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import '../../../i18n/enComposer';
import { test } from '../../../testing/pageTest';
import { Toolbar } from './Toolbar';

test('is one stop of Tab; arrows walk round, Enter formats, and what holds is pressed', async ({
  page,
  user,
}) => {
  const onFormat = vi.fn();
  page.show(
    <>
      <Toolbar active={['bold', 'quote']} onFormat={onFormat} />
      <button type="button" data-testid="next" />
    </>,
  );
  const names = () => document.activeElement?.getAttribute('aria-label');
  await user.tab();
  expect(names()).toBe('Bold');
  await user.keyboard('{ArrowRight}{Enter}{ArrowLeft}{ArrowLeft}');
  expect(onFormat).toHaveBeenCalledExactlyOnceWith('italic');
  expect(names()).toBe('Code block');
  await user.tab();
  expect(document.activeElement).toBe(screen.getByTestId('next'));

  const pressed = screen
    .getAllByRole('button')
    .filter((button) => button.getAttribute('aria-pressed') === 'true');
  expect(pressed.map((button) => button.getAttribute('aria-label'))).toEqual(['Bold', 'Quote']);
});
