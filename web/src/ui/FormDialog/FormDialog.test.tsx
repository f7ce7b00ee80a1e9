// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { inWorkspace } from '../../testing/inWorkspace';
import { Field } from '../Field/Field';
import { FormDialog } from './FormDialog';

afterEach(cleanup);

const texts = { title: 'Name it', save: 'Save', name: 'Name', below: 'Elsewhere' };

async function shown(state: { busy?: boolean; complete?: boolean; problem?: string }) {
  const done: string[] = [];
  const page = await inWorkspace();
  page.show(
    <FormDialog
      title={texts.title}
      save={texts.save}
      busy={state.busy ?? false}
      complete={state.complete ?? true}
      problem={state.problem}
      onSave={() => done.push('saved')}
      onClose={() => done.push('closed')}
      below={<input aria-label={texts.below} />}
    >
      <Field label={texts.name} defaultValue="x" />
    </FormDialog>,
  );
  return { page, done };
}

const save = () => screen.getByRole('button', { name: 'Save' });

test('Enter in a field and the button save; an input below the form does not', async () => {
  const user = userEvent.setup();
  const { page, done } = await shown({});
  await user.type(screen.getByLabelText('Name'), '{Enter}');
  expect(done).toEqual(['saved']);
  await user.type(screen.getByLabelText('Elsewhere'), '{Enter}');
  expect(done).toEqual(['saved']);
  await user.click(save());
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(done).toEqual(['saved', 'saved', 'closed']);
  await page.close();
});

test.each([{ busy: true }, { complete: false }])('nothing is saved while %o', async (state) => {
  const user = userEvent.setup();
  const { page, done } = await shown(state);
  await user.type(screen.getByLabelText('Name'), '{Enter}');
  await user.click(save());
  expect(done).toEqual([]);
  await page.close();
});

test('what is pressed keeps the focus while it saves', async () => {
  const { page } = await shown({ busy: true });
  save().focus();
  expect(document.activeElement).toBe(save());
  expect(save().getAttribute('aria-disabled')).toBe('true');
  await page.close();
});

test('what went wrong is said', async () => {
  const { page } = await shown({ problem: 'That name is taken.' });
  expect(screen.getByRole('alert').textContent).toBe('That name is taken.');
  await page.close();
});
