import fc from 'fast-check';
import { expect, test } from 'vitest';
import { message, tsOf } from '../testing/builders';
import { bounded, countOf } from './bounded';
import { findMessage, mergePage, type Segment, type Segments } from './segments';

const most = 60;

function run(first: number, count: number, live: boolean): Segment {
  const messages = Array.from({ length: count }, (_, at) => ({
    ...message({ ts: tsOf(first + at) }),
    at: 0,
  }));
  return { messages, hasOlder: first > 1, live };
}

const spans = (segments: Segments) =>
  segments.map(({ messages, hasOlder, live }) => [
    messages[0]?.ts,
    messages.at(-1)?.ts,
    hasOlder,
    live,
  ]);

test('as many as may be held stay as they are', () => {
  const segments = [run(1, 20, false), run(100, 40, true)];

  expect(bounded(segments, tsOf(3), most)).toBe(segments);
});

test('at the live end the oldest go', () => {
  expect(spans(bounded([run(1, 61, true)], undefined, most))).toEqual([
    [tsOf(17), tsOf(61), true, true],
  ]);
});

test('far up the newest stay as a run of their own, and what lies between can be fetched', () => {
  const [shown, newest] = bounded([run(1, 100, true)], tsOf(10), most);

  expect(spans([shown!, newest!])).toEqual([
    [tsOf(1), tsOf(45), false, false],
    [tsOf(91), tsOf(100), true, true],
  ]);
  const page = {
    messages: Array.from({ length: 45 }, (_, at) => message({ ts: tsOf(46 + at) })),
    position: 0,
    hasOlder: true,
    live: false,
    after: tsOf(45),
  };
  const between = mergePage([shown!, newest!], page);
  expect(spans(between)).toEqual([
    [tsOf(1), tsOf(90), false, false],
    [tsOf(91), tsOf(100), true, true],
  ]);
});

test('other runs than the one that is read go, but for the newest messages', () => {
  const segments = [run(1, 30, false), run(100, 20, false), run(200, 30, true)];

  expect(spans(bounded(segments, tsOf(110), most))).toEqual([
    [tsOf(100), tsOf(119), true, false],
    [tsOf(220), tsOf(229), true, true],
  ]);
});

test('whatever is read, it stays with its neighbours, and no more is held than may be', () => {
  const runs = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(runs, fc.nat(), fc.boolean(), (lengths, pick, live) => {
      const segments = lengths.map((length, at) =>
        run(1 + at * 1_000, length, live && at === lengths.length - 1),
      );
      const all = segments.flatMap(({ messages }) => messages.map(({ ts }) => ts));
      const at = pick % all.length;
      const eye = all[at]!;

      const after = bounded(segments, eye, most);

      expect(countOf(after)).toBeLessThanOrEqual(most);
      const own = segments.find((each) => findMessage([each], eye) !== undefined)!;
      const place = own.messages.findIndex(({ ts }) => ts === eye);
      for (const near of own.messages.slice(Math.max(0, place - 20), place + 20)) {
        expect(findMessage(after, near.ts)).toBe(near);
      }
    }),
  );
});
