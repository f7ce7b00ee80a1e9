import { expect, test } from 'vitest';
import { targetOf } from './permalinks';

const origin = 'https://chat.acme.test';
const at = (path: string) => targetOf(origin + path, origin);

test("the page's own addresses of messages and the server's lead to the same", () => {
  const shown = { slug: 'acme', channel: 'C1', ts: '1700000000.000001', thread: undefined };
  const path = '/w/acme/c/C1/p/1700000000.000001';
  expect(at(path)).toEqual({ ...shown, path });
  expect(at('/w/acme/archives/C1/p1700000000000001')).toEqual({ ...shown, path });
});

test('of a reply it is known on what it hangs', () => {
  const thread = '1700000000.000001';
  const reply = { slug: 'acme', channel: 'C1', ts: '1700000009.000001', thread };
  const path = `/w/acme/c/C1/t/${thread}/p/1700000009.000001`;
  expect(at(path)).toEqual({ ...reply, path });
  const given = `/w/acme/archives/C1/p1700000009000001?thread_ts=${thread}&cid=C1`;
  expect(at(given)).toEqual({ ...reply, path });
});

test('other addresses are none of a message', () => {
  expect(at('/w/acme/c/C1')).toBeUndefined();
  expect(at('/w/acme/search?q=x')).toBeUndefined();
  expect(at('/api/x')).toBeUndefined();
  expect(targetOf('https://evil.test/w/acme/c/C1/p/1700000000.000001', origin)).toBeUndefined();
});
