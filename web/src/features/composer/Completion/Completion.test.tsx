// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Profiler, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Trigger } from '../../../models/triggers';
import { emptyDraft } from '../../../richtext/draft';
import { refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { DraftInput } from '../DraftInput/DraftInput';
import { Completion } from './Completion';

let page: InWorkspace;
beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', (then: () => void) => then());
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await page.close();
});

function Input({ channel, onSubmit }: { channel: string; onSubmit: () => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  return (
    <>
      <button type="button" data-testid="text" onClick={() => undefined} />
      <DraftInput
        ref={null}
        slashes
        label="Message"
        channel={channel}
        draft={draft}
        onChange={setDraft}
        onSubmit={onSubmit}
      />
      <output>{draft.text}</output>
    </>
  );
}

async function show(channel: string) {
  const onSubmit = vi.fn();
  page.show(<Input channel={channel} onSubmit={onSubmit} />);
  await waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), patient);
  return onSubmit;
}

/** Parts are read from the disk at first. */
const patient = { timeout: 5000 };
const field = () => screen.getByRole('textbox', { name: 'Message' });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const written = () => document.querySelector('output')?.textContent;
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () =>
  screen.getAllByRole('option').find((each) => each.getAttribute('aria-selected') === 'true')
    ?.textContent;

/** As if it had been typed: the editor reads what its document says. */
async function type(text: string): Promise<void> {
  act(() => {
    const paragraph = field().querySelector('p')!;
    paragraph.textContent = text;
    getSelection()!.collapse(paragraph.firstChild, text.length);
  });
  await waitFor(() => expect(written()).toBe(text));
}

test('who is not in the channel is marked and stands below those who are', async () => {
  const { world, me } = page;
  const ann = world.addUser('ann', 'Ann Able', 'ann@acme.test', '').id;
  world.addUser('anna', 'Anna', 'anna@acme.test', '');
  const channel = world.addChannel('channel', 'design', [me, ann]);
  await waitFor(() =>
    expect(page.workspace.store.getState().conversations[channel.id]).toBeDefined(),
  );
  await show(channel.id);
  await type('@ann');
  await waitFor(
    () =>
      expect(options()).toEqual([
        'AAAnn Ableann',
        expect.stringMatching(/Anna.*Not in this channel/),
      ]),
    patient,
  );
});

test('the row that is chosen stays so when it is known later who is in the channel', async () => {
  const { world, me, bob } = page;
  world.addUser('bobby', 'Bob Able', 'bobby@acme.test', '');
  const channel = world.addChannel('channel', 'design', [me, bob]);
  await waitFor(() =>
    expect(page.workspace.store.getState().conversations[channel.id]).toBeDefined(),
  );
  page.answers['conversations.members'] = () => refuse('ratelimited');
  await show(channel.id);
  await type('@bob a');
  await waitFor(() => expect(options()).toHaveLength(1), patient);
  expect(chosen()).toContain('Bob Able');
  delete page.answers['conversations.members'];
  await type('@bob');
  await waitFor(() => expect(options()).toHaveLength(2));
  press('ArrowDown');
  const picked = chosen();
  const { store } = page.workspace;
  const { conversations } = store.getState();
  act(() =>
    store.setState({
      conversations: {
        ...conversations,
        [channel.id]: { ...conversations[channel.id]!, member_count: 3 },
      },
    }),
  );
  await waitFor(() => expect(options().join()).toContain('Not in this channel'));
  expect(chosen()).toContain(picked?.slice(0, 8) ?? '?');
});

test('people whom the page does not hold are asked for once typing rests, and join below the chosen row', async () => {
  const { world, me, calls } = page;
  const channel = world.addChannel('channel', 'design', [me]);
  world.addUser('zora', 'Lizora Quist', 'zora@acme.test', '');
  const { store } = page.workspace;
  await waitFor(() => expect(store.getState().people).toHaveProperty(me));
  await waitFor(() => expect(store.getState().conversations[channel.id]).toBeDefined());
  const near = { id: 'UNEAR', name: 'near', real_name: 'Lizo Near' };
  store.setState({ people: { [me]: store.getState().people[me]!, UNEAR: near }, allPeople: false });
  await show(channel.id);
  await type('@l');
  await type('@liz');
  await waitFor(() => expect(options()).toHaveLength(1), patient);
  expect(chosen()).toContain('Lizo Near');
  await waitFor(() => expect(options()).toHaveLength(2), patient);
  expect(options()[0]).toContain('Lizo Near');
  expect(chosen()).toContain('Lizo Near');
  expect(options()[1]).toContain('Lizora Quist');
  const asked = calls.seen.filter(({ args }) => args.query !== undefined);
  expect(asked.map(({ args }) => args.query)).toEqual(['liz']);
});

test('public channels that one is not in are offered, below those of that name that one is in', async () => {
  const { world, me, bob } = page;
  const mine = world.addChannel('channel', 'design-own', [me]);
  world.addChannel('channel', 'design', [bob]);
  await waitFor(() => expect(page.workspace.store.getState().conversations[mine.id]).toBeDefined());
  await show(mine.id);
  await type('#');
  await type('#design-');
  await waitFor(() => expect(options()).toEqual(['#design-own']), patient);
  await type('#desi');
  await waitFor(() => expect(options()).toEqual(['#design-own', '#design']), patient);
  const asked = page.calls.seen.filter(({ method }) => method === 'client.channels');
  expect(asked.map(({ args }) => args.query)).toContain('desi');
  expect(asked.map(({ args }) => args.query)).not.toContain('');
});

test('commands are offered with how they are used, where a message begins', async () => {
  const [general] = [...page.world.channels.values()];
  const onSubmit = await show(general!.id);
  await type('/');
  await waitFor(() => expect(options().length).toBeGreaterThan(10), patient);
  await type('/re');
  await waitFor(() => expect(options()).toEqual([expect.stringContaining('[what] [when]')]));
  press('Enter');
  expect(written()).toBe('/remind ');
  expect(options()).toEqual([]);
  expect(onSubmit).not.toHaveBeenCalled();

  await type('/mute');
  await waitFor(() => expect(options()).toHaveLength(1));
  press('Enter');
  expect(onSubmit).toHaveBeenCalledTimes(1);
  await type('see /re');
  await waitFor(() => expect(options()).toEqual([]));
});

test('while nothing is completed, what is said elsewhere draws nothing', () => {
  const { store } = page.workspace;
  const [open = '', other = ''] = Object.keys(store.getState().conversations);
  const drawn = vi.fn();
  const given = {
    handle: null,
    id: 'list',
    onPick: vi.fn(),
    onShown: vi.fn(),
    onKnown: vi.fn(),
    channel: open,
  };
  const shown = (trigger?: Trigger) => (
    <Profiler id="completion" onRender={drawn}>
      <Completion {...given} trigger={trigger} />
    </Profiler>
  );
  const hear = () =>
    act(() => {
      const { conversations } = store.getState();
      const heard = { ...conversations[other]!, message_number: Date.now() };
      store.setState({ conversations: { ...conversations, [other]: heard } });
    });
  page.show(shown());
  drawn.mockClear();
  hear();
  expect(drawn).not.toHaveBeenCalled();

  cleanup();
  page.show(shown({ sign: '#', query: 'g', start: 0 }));
  drawn.mockClear();
  hear();
  expect(drawn).toHaveBeenCalled();
});
