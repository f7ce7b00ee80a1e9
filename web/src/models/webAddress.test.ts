import { expect, test } from 'vitest';
import { webAddress } from './webAddress';

test.each([
  ['https://acme.test/a b', undefined],
  [' acme.test/plan ', 'https://acme.test/plan'],
  ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ['mailto:ann@acme.test', 'mailto:ann@acme.test'],
  ['javascript:alert(1)', undefined],
  ['plan', undefined],
  ['', undefined],
])('%j is the address %j', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});
