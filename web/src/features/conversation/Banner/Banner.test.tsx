// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { Banner } from './Banner';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await page.close();
});

test('a lost line is not told at once, then quietly, then with a way to try', () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const retried = vi.spyOn(page.workspace, 'nudge').mockImplementation(() => undefined);
  page.show(<Banner />);
  const now = Date.now();
  act(() => page.workspace.status.setState({ lostMs: now, retryAtMs: now + 30_000 }));
  const later = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  later(3000);
  expect(screen.queryByRole('status')).toBeNull();
  later(2000);
  expect(screen.getByRole('status').textContent).toBe('Reconnecting…');
  later(11_000);
  expect(screen.getByRole('status').textContent).toMatch(/^You're offline\./);
  screen.getByRole('button', { name: /^Try now \(1\d s\)$/ }).click();
  expect(retried).toHaveBeenCalledOnce();
});

test('a browser that knows it is offline is believed at once', () => {
  page.show(<Banner />);
  act(() => page.workspace.status.setState({ online: false }));
  expect(screen.getByText(/^You're offline\./)).toBeTruthy();
});

test('the wait is counted by the clock of the workspace', () => {
  const behind = Date.now() - 3_600_000;
  vi.spyOn(page.workspace.parts, 'now').mockReturnValue(behind);
  page.show(<Banner />);
  const status = { lostMs: behind - 1000, retryAtMs: behind + 30_000 };
  act(() => page.workspace.status.setState(status));
  expect(screen.queryByRole('status')).toBeNull();
});
