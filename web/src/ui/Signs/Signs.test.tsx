// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChannelSign, MoreSign } from './Signs';

afterEach(cleanup);

test('a sign is one path, hidden from screen readers, and takes the colour of its text', () => {
  const { container } = render(
    <>
      <ChannelSign className="quiet" />
      <MoreSign />
    </>,
  );

  const [channel, more] = container.querySelectorAll('svg');
  for (const sign of [channel, more]) {
    expect(sign?.querySelectorAll('*')).toHaveLength(1);
    expect(sign?.getAttribute('aria-hidden')).toBe('true');
    expect(sign?.getAttribute('stroke')).toBe('currentColor');
  }
  expect(channel?.getAttribute('class')).toBe('quiet');
});
