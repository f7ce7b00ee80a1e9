// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, expect, vi } from 'vitest';
import type { Load } from '../../../store/state';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { useForgive } from './useForgive';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pauseMs = 10_000;

/** The hook at what is told of the load; counts how often it asks to try again. */
function show({ workspace, show: render }: InWorkspace) {
  const forgive = vi.spyOn(workspace.pages, 'forgive').mockReturnValue(undefined);
  function Place({ load, lost = true }: { load: Load | undefined; lost?: boolean }) {
    useForgive('C1', load, lost);
    return null;
  }
  const { rerender, unmount } = render(<Place load={undefined} />);
  const tell = (load: Load | undefined, lost?: boolean) =>
    rerender(<Place load={load} {...(lost !== undefined && { lost })} />);
  const later = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  const line = (phase: 'live' | 'waiting') =>
    act(() => {
      const { link } = workspace.status.getState();
      workspace.status.setState({ link: { ...link, phase } as typeof link });
    });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  line('live');
  return { forgive, tell, later, line, unmount };
}

test('what failed is asked for again at once, and after a pause each time it fails again', ({
  page,
}) => {
  const { forgive, tell, later } = show(page);

  tell('failed');
  later(0);
  expect(forgive.mock.calls).toEqual([['C1']]);
  for (let times = 2; times <= 4; times += 1) {
    tell('loading');
    tell('failed');
    later(pauseMs - 1);
    expect(forgive).toHaveBeenCalledTimes(times - 1);
    later(1);
    expect(forgive).toHaveBeenCalledTimes(times);
  }
});

test('nothing is asked for while there is no connection, and at once when there is one', ({
  page,
}) => {
  const { forgive, tell, later, line } = show(page);
  tell('failed');
  later(0);

  line('waiting');
  tell('loading');
  tell('failed');
  later(10 * pauseMs);
  expect(forgive).toHaveBeenCalledTimes(1);
  line('live');
  later(0);
  expect(forgive).toHaveBeenCalledTimes(2);
});

test('once the messages came, the next failure is not paused for', ({ page }) => {
  const { forgive, tell, later } = show(page);
  tell('failed');
  later(0);

  tell(undefined, false);
  tell('failed');
  later(0);
  expect(forgive).toHaveBeenCalledTimes(2);
});

test('whoever has left the conversation asks for nothing more', ({ page }) => {
  const { forgive, tell, later, unmount } = show(page);
  tell('failed');
  later(0);
  tell('loading');
  tell('failed');

  unmount();
  later(pauseMs);
  expect(forgive).toHaveBeenCalledTimes(1);
});
