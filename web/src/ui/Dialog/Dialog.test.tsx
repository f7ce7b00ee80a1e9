// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import { Confirm } from '../Confirm/Confirm';
import { Dialog } from './Dialog';

afterEach(cleanup);

function Page({ field = false }: { field?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <Texts language={newLanguage('en', null)}>
      <button type="button" onClick={() => setOpen(true)}>
        {'Open'}
      </button>
      {open && (
        <Dialog
          title={'Boats'}
          onClose={() => setOpen(false)}
          footer={<button type="button">{'Done'}</button>}
        >
          {field && <input aria-label={'Name'} />}
        </Dialog>
      )}
    </Texts>
  );
}

test('a dialog takes the focus and gives it back where it came from', async () => {
  const user = userEvent.setup();
  render(<Page field />);
  const opener = screen.getByRole('button', { name: 'Open' });
  await user.click(opener);
  expect(screen.getByRole('dialog', { name: 'Boats' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test('without a field the last button has the focus', async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done' }));
});

test('a question does nothing unless it is confirmed, and says what went wrong', async () => {
  const user = userEvent.setup();
  const told: string[] = [];
  render(
    <Texts language={newLanguage('en', null)}>
      <Confirm
        title={'Delete it?'}
        text="It is gone then."
        problem="That did not work."
        confirm="Delete"
        cancel="Keep"
        onConfirm={() => told.push('done')}
        onClose={() => told.push('closed')}
      />
    </Texts>,
  );
  expect(screen.getByRole('alert').textContent).toBe('That did not work.');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  expect(told).toEqual(['closed']);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(told).toEqual(['closed', 'done']);
});

function Finding({ rows }: { rows: readonly string[] }) {
  return (
    <Texts language={newLanguage('en', null)}>
      <Dialog title={'Boats'} onClose={undefined}>
        <input aria-label={'Name'} />
        {rows.map((row) => (
          <button key={row} type="button">
            {row}
          </button>
        ))}
        <p>{'Three of many.'}</p>
      </Dialog>
    </Texts>
  );
}

test('when what has the focus goes away the field has it, but not when nothing had it', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Finding rows={['One', 'Two', 'Three']} />);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'One' }));
  rerender(<Finding rows={['Two', 'Three']} />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));

  await user.tab();
  await user.click(screen.getByText('Three of many.'));
  expect(document.activeElement).toBe(document.body);
  rerender(<Finding rows={['Three']} />);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(document.activeElement).toBe(document.body);
});
