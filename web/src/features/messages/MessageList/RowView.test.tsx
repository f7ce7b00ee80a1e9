// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { newLanguage, Texts } from '../../../i18n/Texts';
import { RowView, type RowContext } from './RowView';

afterEach(cleanup);

test('a row that breaks says so until it changes, and the others stay', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const day = (ms: number) => {
    if (ms === 0) throw new Error('broken');
    return 'Monday';
  };
  const context = { formats: { day }, now: 0 } as unknown as RowContext;
  const rows = (first: number) => (
    <Texts language={newLanguage('en', null)}>
      {[first, 1].map((ms, at) => (
        <RowView
          key={at}
          row={{ kind: 'day', key: `${at}`, day: `${at}`, ms }}
          rowId={`row${at}`}
          context={context}
          near={false}
        />
      ))}
    </Texts>
  );
  const { rerender } = render(rows(0));
  expect(screen.getByText("This message can't be shown.").id).toBe('row0-body');
  expect(screen.getAllByText('Monday')).toHaveLength(1);

  rerender(rows(2));
  expect(screen.getAllByText('Monday')).toHaveLength(2);
});
