import { expect, test } from 'vitest';
import { decodeFrame } from './codec';

test('what is whispered is heard', () => {
  const frame = '{"type":"ephemeral","message":{"type":"message","text":"psst"}}';
  expect(decodeFrame(frame)?.type).toBe('ephemeral');
});

test('what is no frame that this page knows is nothing', () => {
  for (const text of ['', '[]', 'null', '{"type":1}', '{"type":"new"}', '{"type":"toString"}']) {
    expect(decodeFrame(text)).toBeUndefined();
  }
});
