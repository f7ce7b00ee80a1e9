// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { KeysContext, newDispatcher } from '../../../keys/useCommand';
import { inWorkspace } from '../../../testing/inWorkspace';
import { TypedBefore } from '../../../ui/Dialog/typedBefore';
import { JumpDialog } from './JumpDialog';

afterEach(cleanup);

async function opened(typedBefore = '') {
  const page = await inWorkspace();
  const { world, me, bob } = page;
  const [random] = [...world.channels.values()].filter(({ name }) => name === 'random');
  const channel = random ?? world.addChannel('channel', 'random', [me, bob]);
  world.addChannel('channel', 'elsewhere', [bob]);
  await waitFor(() =>
    expect(page.workspace.store.getState().conversations[channel.id]).toBeTruthy(),
  );
  const general = [...world.channels.values()].find(({ name }) => name === 'general')!.id;
  page.workspace.jumps.visit(channel.id);
  page.workspace.jumps.visit(general);
  const keys = newDispatcher();
  const done: string[] = [];
  keys.on('readAll', () => (done.push('readAll'), true));
  let closed = 0;
  page.show(
    <KeysContext value={keys}>
      <TypedBefore value={{ current: typedBefore }}>
        <JumpDialog open={general} onClose={() => (closed += 1)} />
      </TypedBefore>
    </KeysContext>,
  );
  const rows = () => screen.queryAllByRole('option').map((row) => row.getAttribute('aria-label'));
  return {
    page,
    channel,
    done,
    rows,
    closed: () => closed,
    field: screen.getByRole('combobox', { hidden: true }),
  };
}

test('what was typed before it was there is its query', async () => {
  const { rows, field } = await opened('rand');
  expect((field as HTMLInputElement).value).toBe('rand');
  expect(rows()[0]).toBe('random, channel');
});

test('who typed and pressed Enter before it was there is led on', async () => {
  const { page, channel, closed } = await opened('rand\n');
  expect(page.path()).toBe(`/w/acme/c/${channel.id}`);
  expect(closed()).toBe(1);
  await page.close();
});

test('Enter at once goes back to where one was', async () => {
  const user = userEvent.setup();
  const { page, channel, rows, closed, field } = await opened();
  expect(rows()[0]).toBe('random, channel');
  field.focus();
  await user.keyboard('{Enter}');
  expect(page.path()).toBe(`/w/acme/c/${channel.id}`);
  expect(closed()).toBe(1);
  await page.close();
});

test('a few letters find a person, one list is announced, and the choice is remembered', async () => {
  const user = userEvent.setup();
  const { page, rows, field } = await opened();
  await waitFor(() => expect(page.workspace.store.getState().people[page.bob]).toBeTruthy());
  await user.type(field, 'bo');
  expect(rows()[0]).toBe('Bob Brown, person');
  const active = field.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Enter}');
  expect(page.path()).toBe(`/w/acme/dm/${page.bob}`);
  expect(page.workspace.jumps.store.getState().picks.bo?.[page.bob]).toBeGreaterThan(0);
  await page.close();
});

test('arrows walk, > lists commands, what one is not in says so', async () => {
  const user = userEvent.setup();
  const { page, done, rows, field } = await opened();
  await user.type(field, 'else');
  await waitFor(() => expect(rows()[0]).toBe('elsewhere, not joined'));
  await user.clear(field);
  await user.type(field, '#');
  const second = screen.getAllByRole('option')[1];
  await user.keyboard('{ArrowDown}');
  expect(second?.getAttribute('aria-selected')).toBe('true');
  await user.clear(field);
  await user.type(field, 'zzzz');
  expect(screen.getByText("Nothing is called 'zzzz'.")).toBeTruthy();
  await user.clear(field);
  await user.type(field, '>mark');
  expect(rows()).toEqual(['Mark everything read, command']);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(done).toEqual(['readAll']));
  await page.close();
});

test('people whom the page does not hold are asked for, and the chosen row stays where it is', async () => {
  const user = userEvent.setup();
  const { page, rows, field } = await opened();
  const { store } = page.workspace;
  page.world.addUser('quentin', 'Quentin', 'quentin@acme.test', '');
  page.world.addUser('quist', 'Adam Quist', 'quist@acme.test', '');
  const adam = Object.values(page.world.people()).find(({ name }) => name === 'quist')!;
  await waitFor(() => expect(Object.keys(store.getState().people)).toHaveLength(4));
  act(() => store.setState({ people: { [adam.id]: { ...adam, name: 'adam' } }, allPeople: false }));
  await user.type(field, 'qu');
  expect(rows()).toEqual(['Adam Quist, person', "Search messages for 'qu'"]);
  await waitFor(() =>
    expect(rows()).toEqual(['Adam Quist, person', 'Quentin, person', "Search messages for 'qu'"]),
  );
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-selected')).toBe('true');
  await page.close();
});

test('channels are asked for by what is typed, not on opening, and are known from then on', async () => {
  const user = userEvent.setup();
  const { page, rows, field } = await opened();
  const asked = () =>
    page.calls.seen.filter(({ method }) => /^(client\.channels|conversations\.list)$/.test(method));
  await user.type(field, '#');
  await user.type(field, 'els');
  await waitFor(() => expect(rows()[0]).toBe('elsewhere, not joined'));
  expect(asked().map(({ args }) => args.query)).toEqual(['els']);
  await user.clear(field);
  await user.type(field, 'else');
  expect(rows()[0]).toBe('elsewhere, not joined');
  await user.clear(field);
  await user.type(field, '@else');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked().map(({ args }) => args.query)).toEqual(['els']);
  await page.close();
});
