import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TornPage } from '../../testing/tornPage';

type Action =
  | { do: 'post'; room: number }
  | { do: 'edit'; mine: boolean; pick: number; text: string }
  | { do: 'join' | 'leave' | 'remove' | 'load'; room: number }
  | { do: 'hear'; count: number }
  | { do: 'answer'; pick: number }
  | { do: 'serve' | 'cut' | 'return' };

const room = fc.nat(2);
const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('post'), room }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit'),
      mine: fc.boolean(),
      pick: fc.nat(9),
      text: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  fc.record({ do: fc.constantFrom('join', 'leave', 'remove', 'load'), room }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hear'), count: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer'), pick: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'serve' }) },
  fc.constantFrom({ do: 'cut' }, { do: 'return' }),
);

async function run(page: TornPage, action: Action): Promise<void> {
  const { world, me, other } = page;
  const at = 'room' in action ? page.rooms[action.room]! : page.rooms[0]!;
  switch (action.do) {
    case 'post':
      world.post(at, action.room === 1 ? other : me, 'new');
      break;
    case 'edit': {
      const posts = at.messages.filter(({ subtype }) => subtype === undefined);
      const message = posts[action.pick % Math.max(1, posts.length)];
      if (message === undefined) break;
      if (action.mine) void page.actions.edit(at.id, message.ts, { text: action.text });
      else world.edit(at, message.ts, action.text, message.user);
      break;
    }
    case 'join':
      void page.actions.join(at.id);
      break;
    case 'leave':
      void page.actions.leave(at.id);
      break;
    case 'remove':
      world.leave(at, me, other);
      break;
    case 'load':
      page.load(at);
      break;
    case 'hear':
      page.hear(action.count);
      break;
    case 'serve':
      page.serve();
      break;
    case 'answer':
      await page.answer(action.pick);
      break;
    case 'cut':
      page.cut();
      break;
    case 'return':
      page.nudge();
      break;
  }
}

test('however the line fails, a page that is back shows what the server holds', async () => {
  const scripts = fc.array(actions, { minLength: 20, maxLength: 80, size: 'max' });
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const page = new TornPage();
      for (const action of script) await run(page, action);
      await page.calm();
      page.stop();

      const { world, me, rooms, state } = page;
      const mine = rooms.filter(({ members }) => members.has(me));
      expect(Object.keys(state.conversations).sort()).toEqual(mine.map(({ id }) => id).sort());
      for (const each of mine) {
        const { position, ...known } = world.conversation(each, me);
        expect(state.positions[each.id]).toBe(position);
        expect(state.conversations[each.id]).toMatchObject(known);
        const shown = page.shown(each);
        if (shown !== undefined) expect(shown).toEqual(each.messages.map(({ text }) => text));
      }
      expect(state.ops).toEqual([]);
    }),
    { numRuns: 500 },
  );
}, 60_000);
