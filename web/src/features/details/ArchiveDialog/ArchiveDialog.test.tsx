// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enDetails';
import { answer, refuse } from '../../../testing/fake/answers';
import { test } from '../../../testing/pageTest';
import { ArchiveDialog } from './ArchiveDialog';

test('a channel is archived only by its name; a refusal is told', async ({ page, user }) => {
  const outcomes = [refuse('cant_archive_general'), answer({})];
  page.answers['conversations.archive'] = () => outcomes.shift();
  const closed: true[] = [];
  page.show(<ArchiveDialog channel="C1" name="boats" onClose={() => closed.push(true)} />);
  const field = screen.getByLabelText('Name of the channel');
  const archive = screen.getByRole<HTMLButtonElement>('button', { name: 'Archive channel' });

  await user.type(field, 'boat');
  expect(archive.disabled).toBe(true);
  await user.clear(field);
  await user.type(field, ' #boats{Enter}');
  expect(await screen.findByText('Nobody can archive this channel.')).toBeTruthy();
  expect(closed).toEqual([]);
  await user.click(archive);
  await waitFor(() => expect(closed).toEqual([true]));
});
