// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayKey } from '../../../i18n/formats';
import { dayStart } from '../../../models/days';
import { tsOfMillis } from '../../../store/ts';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { DayPill } from './DayPill';

let page: InWorkspace;
let went: string[];
beforeEach(async () => {
  page = await inWorkspace();
  went = [];
  page.show(
    <DayPill
      text="Today"
      onNewest={() => went.push('newest')}
      onDay={(since) => went.push(since)}
    />,
  );
});
afterEach(async () => {
  cleanup();
  await page.close();
});

function choose(name: string): void {
  fireEvent.click(screen.getByRole('button', { name: 'Today: go to another day' }));
  fireEvent.click(screen.getByRole('menuitem', { name }));
}

test('days are gone to by the midnight they begin with', () => {
  const now = Date.now();
  for (const name of ['Newest messages', 'Yesterday', 'A week ago', 'The very beginning'])
    choose(name);
  const midnight = (days: number) => tsOfMillis(dayStart(now, days));
  expect(went).toEqual(['newest', midnight(1), midnight(7), '0.000000']);
});

test('any day can be picked, but none that is still to come', () => {
  choose('Another day…');
  const field = screen.getByLabelText('Day');
  const go = () => fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  fireEvent.change(field, { target: { value: '2999-01-01' } });
  go();
  expect(screen.getByText('Nothing was said on that day yet.')).toBeTruthy();
  fireEvent.change(field, { target: { value: '' } });
  go();
  expect(screen.getByText('Choose a day.')).toBeTruthy();
  expect(went).toEqual([]);

  fireEvent.change(field, { target: { value: dayKey(Date.now()) } });
  go();
  expect(went).toEqual([tsOfMillis(dayStart(Date.now(), 0))]);
  expect(screen.queryByRole('dialog')).toBeNull();
});
