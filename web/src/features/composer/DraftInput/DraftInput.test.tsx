// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { prefer } from '../../../app/preferences';
import { emptyDraft } from '../../../richtext/draft';
import { inWorkspace } from '../../../testing/inWorkspace';
import { DraftInput } from './DraftInput';

afterEach(() => {
  cleanup();
  prefer('enter', 'sends');
});

test('Enter sends or breaks as one prefers; Ctrl+Enter always sends, Shift+Enter never', async () => {
  const page = await inWorkspace();
  const onSubmit = vi.fn();
  page.show(
    <DraftInput
      ref={createRef()}
      label="Message"
      channel="C1"
      draft={{ ...emptyDraft, text: 'Hello' }}
      onChange={() => undefined}
      onSubmit={onSubmit}
    />,
  );
  const field = screen.getByRole('textbox', { name: 'Message' });
  const press = (more: object = {}) => fireEvent.keyDown(field, { key: 'Enter', ...more });

  press();
  expect(onSubmit).toHaveBeenCalledTimes(1);
  press({ shiftKey: true });
  expect(onSubmit).toHaveBeenCalledTimes(1);
  act(() => prefer('enter', 'breaks'));
  press();
  expect(onSubmit).toHaveBeenCalledTimes(1);
  press({ ctrlKey: true });
  expect(onSubmit).toHaveBeenCalledTimes(2);
  await page.close();
});
