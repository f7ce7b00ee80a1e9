// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, vi } from 'vitest';
import { test } from '../../../testing/pageTest';
import { TheirTime } from './TheirTime';

const hours = 3600;

test.for([
  [5, ''],
  [10, "It's 10:30 PM for Bob."],
  [-5, "It's 07:30 AM for Bob."],
  [-4, ''],
] as const)('%i hours from here at noon', ([away, words], { page, onTestFinished }) => {
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 5, 12, 30));
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(0);
  const bob = { id: 'UB', name: 'bob', real_name: 'Bob', tz_offset: away * hours };
  act(() => page.workspace.store.setState({ people: { UB: bob }, clockSkewMs: 0 }));
  const { container } = page.show(<TheirTime person="UB" />);

  expect(container.textContent.replace(/\s/gu, ' ')).toBe(words);
});

test('who is where one is oneself needs no clock of theirs', ({ page, onTestFinished }) => {
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 5, 2));
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-60);
  const bob = { id: 'UB', name: 'bob', real_name: 'Bob', tz_offset: hours };
  act(() => page.workspace.store.setState({ people: { UB: bob }, clockSkewMs: 0 }));
  expect(page.show(<TheirTime person="UB" />).container.textContent).toBe('');
});

test('in the night of who lives by UTC it is told', ({ page, onTestFinished }) => {
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 5, 2));
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-60);
  const bob = { id: 'UB', name: 'bob', real_name: 'Bob', tz_offset: 0 };
  act(() => page.workspace.store.setState({ people: { UB: bob }, clockSkewMs: 0 }));
  expect(page.show(<TheirTime person="UB" />).container.textContent).toMatch(/2:00/u);
});
