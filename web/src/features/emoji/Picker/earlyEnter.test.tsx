// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { inWorkspace } from '../../../testing/inWorkspace';
import { Picker } from './Picker';

// By itself: where the emoji have been loaded once, they are there.
const anchor = document.createElement('div');

afterEach(cleanup);

test('Enter that comes before the emoji are there takes what was meant', async () => {
  const page = await inWorkspace();
  const picked: string[] = [];
  page.show(
    <Picker anchor={anchor} onPick={(name) => picked.push(name)} onClose={() => undefined} />,
  );
  const field = screen.getByRole('combobox');
  fireEvent.change(field, { target: { value: 'rocket' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.queryAllByRole('option')).toEqual([]);

  await waitFor(() => expect(picked).toEqual(['rocket']));
  await page.close();
});
