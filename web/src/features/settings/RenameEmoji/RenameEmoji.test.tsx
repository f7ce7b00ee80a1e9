// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enEmoji';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { RenameEmoji } from './RenameEmoji';

test('a name is made one that emoji may have; why it is refused is told until it is changed', async ({
  page,
  user,
}) => {
  const outcomes = [refuse('error_name_taken'), answer({})];
  const seen: unknown[] = [];
  page.answers['admin.emoji.rename'] = (args) => (seen.push(args), outcomes.shift());
  const closed: true[] = [];
  page.show(<RenameEmoji name="parrot" onClose={() => closed.push(true)} />);
  const field = screen.getByLabelText<HTMLInputElement>('Name');

  await user.type(field, '{Enter}');
  expect(seen).toEqual([]);
  await user.type(field, ' Two{Enter}');
  expect(await screen.findByText('That name is taken. Choose another one.')).toBeTruthy();
  await user.type(field, '2');
  expect(screen.queryByText('That name is taken. Choose another one.')).toBeNull();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(closed).toEqual([true]));
  expect(seen.at(-1)).toEqual({ name: 'parrot', new_name: field.value });
  expect(field.value).toMatch(/^[a-z0-9_-]+$/);
});
