// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, vi } from 'vitest';
import { emptyDraft, encodeDraft } from '../../../richtext/draft';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { DraftInput } from './DraftInput';

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', () => undefined);
  return () => vi.unstubAllGlobals();
});

const patient = { timeout: 5000 };
const field = () => screen.getByRole('textbox', { name: 'Message' });
const inEditor = () =>
  waitFor(() => expect(field().getAttribute('contenteditable')).toBe('true'), patient);

function show(page: InWorkspace): { sent: string[] } {
  const sent: string[] = [];
  function Input() {
    const [draft, setDraft] = useState(emptyDraft);
    return (
      <DraftInput
        ref={null}
        label="Message"
        channel="C1"
        draft={draft}
        onChange={setDraft}
        onSubmit={() => {
          if (draft.text === '') return;
          sent.push(encodeDraft(draft).trim());
          setDraft(emptyDraft);
        }}
      />
    );
  }
  page.show(<Input />);
  return { sent };
}

/** In a page that holds only oneself: the server tells of the others. */
async function showAlone(page: InWorkspace): Promise<{ sent: string[] }> {
  const { workspace, me, bob } = page;
  await waitFor(() => expect(workspace.store.getState().people[bob]).toBeDefined());
  const { people } = workspace.store.getState();
  act(() => workspace.store.setState({ people: { [me]: people[me]! }, allPeople: false }));
  return show(page);
}

test('half a mention and two Enters before the editor is there: it is completed, then sent', async ({
  page,
  user,
}) => {
  const { sent } = await showAlone(page);

  await user.type(field(), 'Hi @bo{Enter}{Enter}');
  expect(field().tagName).toBe('TEXTAREA');
  expect(sent).toEqual([]);
  await inEditor();
  await waitFor(() => expect(sent).toEqual([`Hi <@${page.bob}>`]), patient);
});

test('in the editor half a mention waits for the answer, and is completed', async ({
  page,
  user,
}) => {
  const { sent } = await showAlone(page);
  await user.type(field(), '@bo{Enter}');
  await inEditor();
  await waitFor(() => expect(field().textContent).toContain('@Bob Brown'), patient);
  expect(sent).toEqual([]);
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(sent).toEqual([`<@${page.bob}>`]);
});

test('what names nobody goes out as it is once that is known', async ({ page, user }) => {
  const { sent } = await showAlone(page);

  await user.type(field(), 'at @8pm{Enter}');
  await waitFor(() => expect(sent).toEqual(['at @8pm']), patient);
});
