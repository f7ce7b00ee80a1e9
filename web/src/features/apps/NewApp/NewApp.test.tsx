// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { Call, Outcome } from '../../../protocol/api';
import { test } from '../../../testing/pageTest';
import { NewApp } from './NewApp';

function changing(...outcomes: Outcome<object>[]) {
  const asked: unknown[][] = [];
  const change = ((...args) => {
    asked.push(args);
    return Promise.resolve(outcomes.shift());
  }) as Call;
  return { asked, change };
}

const made = { app: { name: 'Builder' }, secrets: {} };
const create = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Create' });

test('what is wrong with a manifest is told with its place until it is changed', async ({
  page,
  user,
}) => {
  const problems = [
    { pointer: '/display_information/name', message: 'is missing' },
    { message: 'unknown part' },
  ];
  const refused = { kind: 'refused', code: 'invalid_manifest', body: { problems } } as const;
  const { asked, change } = changing(refused, { kind: 'ok', answer: made });
  const told: unknown[] = [];
  page.show(<NewApp change={change} onMade={(app) => told.push(app)} onClose={() => undefined} />);
  const manifest = screen.getByLabelText('Manifest');

  expect(create().disabled).toBe(true);
  await user.type(manifest, 'x');
  await user.click(create());
  expect(screen.getByRole('alert').textContent).toBe(
    '/display_information/name: is missing\nunknown part',
  );
  expect(manifest.getAttribute('aria-invalid')).toBe('true');

  await user.type(manifest, 'y');
  expect(screen.getByRole('alert').textContent).toBe('');
  await user.click(create());
  expect(asked.at(-1)).toEqual(['client.apps.create', { manifest: 'xy' }]);
  expect(told).toEqual([made]);
});

test('a manifest is read from a file; a refusal without places is told in words', async ({
  page,
  user,
}) => {
  const { asked, change } = changing({ kind: 'unreachable' });
  page.show(<NewApp change={change} onMade={() => undefined} onClose={() => undefined} />);

  await user.upload(screen.getByLabelText('Choose a file…'), new File(['name: B'], 'b.yaml'));
  expect(await screen.findByDisplayValue('name: B')).toBeTruthy();
  await user.click(create());
  expect(asked).toEqual([['client.apps.create', { manifest: 'name: B' }]]);
  expect(screen.getByRole('alert').textContent).not.toBe('');
  expect(create().disabled).toBe(false);
});
