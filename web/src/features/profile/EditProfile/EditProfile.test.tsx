// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enProfile';
import type { User } from '../../../protocol/generated';
import { alice, userOf } from '../../../testing/builders';
import { answer, refuse } from '../../../testing/fake/answers';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import { EditProfile } from './EditProfile';

const office = { id: 'Xf1', label: 'Office', hint: '', is_hidden: false };
const held = {
  fields: [{ ...office, type: 'options_list', possible_values: ['Bern', 'Basel'] }],
  values: { Xf1: 'Bern' },
};

function show(page: InWorkspace, user: User): boolean[] {
  const told: boolean[] = [];
  page.show(<EditProfile user={user} held={held} onClose={(changed) => told.push(changed)} />);
  return told;
}

test('only what was changed is sent; nothing is chosen by a dash', async ({ page, user }) => {
  const seen: unknown[] = [];
  page.answers['users.profile.set'] = (args) => (seen.push(args), answer({}));
  const told = show(page, userOf({ ...alice, id: page.bob }));

  expect(screen.getByLabelText('Office')).toHaveProperty('value', 'Bern');
  await user.selectOptions(screen.getByLabelText('Office'), '–');
  await user.type(screen.getByLabelText('Title'), 'Captain{Enter}');
  await waitFor(() => expect(told).toEqual([true]));
  const fields = { Xf1: { value: '', alt: '' } };
  expect(seen).toEqual([{ user: page.bob, profile: { title: 'Captain', fields } }]);
});

test('one changes only one’s own picture; why it stays is told', async ({ page, user }) => {
  page.answers['users.deletePhoto'] = () => refuse('ratelimited');
  const own = userOf({ ...alice, id: page.me });
  show(page, { ...own, profile: { ...own.profile, is_custom_image: true } });

  await user.click(screen.getByRole('button', { name: 'Remove picture' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
});

test('of somebody else the picture is left alone', ({ page }) => {
  show(page, userOf({ ...alice, id: page.bob }));

  expect(screen.queryByRole('button', { name: 'Change picture' })).toBeNull();
});
