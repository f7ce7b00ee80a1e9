// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { newLanguage, Texts } from '../../../i18n/Texts';
import { RowView, type RowContext } from './RowView';

afterEach(cleanup);

test('a row that breaks says so, and the others stay', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const day = (ms: number) => {
    if (ms === 0) throw new Error('broken');
    return 'Monday';
  };
  const context = { formats: { day }, now: 0 } as unknown as RowContext;
  render(
    <Texts language={newLanguage('en', null)}>
      <RowView
        row={{ kind: 'day', key: 'one', day: 'one', ms: 0 }}
        rowId="one"
        context={context}
        near={false}
      />
      <RowView
        row={{ kind: 'day', key: 'two', day: 'two', ms: 1 }}
        rowId="two"
        context={context}
        near={false}
      />
    </Texts>,
  );

  expect(screen.getByText("This message can't be shown.").id).toBe('one-body');
  expect(screen.getByText('Monday')).toBeTruthy();
});
