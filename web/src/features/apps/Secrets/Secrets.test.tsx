// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import '../../../i18n/enApps';
import { test } from '../../../testing/pageTest';
import { Secrets } from './Secrets';

test('secrets are taken along one by one, with what to know of the app', async ({ page, user }) => {
  const told: string[] = [];
  const values = [
    { label: 'Bot token', value: 'xoxb-1' },
    { label: 'Client id', value: '1.2' },
  ];
  const shown = { title: 'Secrets of Builder', values, notices: ['/settings: is ignored'] };
  page.show(<Secrets shown={shown} onClose={() => told.push('closed')} />);

  expect(screen.getByLabelText('Bot token')).toHaveProperty('value', 'xoxb-1');
  expect(screen.getByLabelText('Client id')).toHaveProperty('readOnly', true);
  expect(screen.getByText('/settings: is ignored')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(told).toEqual(['closed']);
});
