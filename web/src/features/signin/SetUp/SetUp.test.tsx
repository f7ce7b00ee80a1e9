// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { SessionKeeper } from '../../../app/session';
import type { InWorkspace } from '../../../testing/inWorkspace';
import { test } from '../../../testing/pageTest';
import SetUp from './SetUp';

function show(page: InWorkspace, ...codes: string[]): unknown[] {
  const asked: unknown[] = [];
  const setUp = (given: unknown) => {
    asked.push(given);
    const code = codes.shift();
    return Promise.resolve(
      code === undefined ? { kind: 'ok', answer: {} } : { kind: 'refused', code, body: {} },
    );
  };
  page.show(<SetUp keeper={{ setUp } as unknown as SessionKeeper} />);
  return asked;
}

const field = (name: string) => screen.getByLabelText(name);
const wrong = () => document.querySelectorAll('[aria-invalid=true]').length;

test('what is wrong is told once a field is left or all is sent, and the first has the focus', async ({
  page,
  user,
}) => {
  const asked = show(page);

  await user.type(field('Mail'), 'nobody');
  expect(wrong()).toBe(0);
  await user.tab();
  expect(wrong()).toBe(1);
  expect(screen.getByText('That is not a mail address.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Create workspace' }));
  expect(wrong()).toBe(5);
  expect(document.activeElement).toBe(field('Company'));
  expect(asked).toEqual([]);
});

test('who will own the workspace is led to how others are added, without a command to break', ({
  page,
}) => {
  show(page);

  const intro = screen.getByText(/^You will own it\./).textContent;
  expect(intro).toContain('under People');
  expect(intro).not.toContain('./');
});

test('the address follows the company; one that is taken is told at its field', async ({
  page,
  user,
}) => {
  const asked = show(page, 'slug_taken');

  await user.type(field('Company'), 'Big Boats');
  expect(field('Address')).toHaveProperty('value', 'big-boats');
  await user.type(field('Your name'), 'Ann');
  await user.type(field('Mail'), ' ann@boats.test');
  await user.type(field('Password'), 'a long secret{Enter}');
  expect(await screen.findByText('That address is taken. Try another one.')).toBeTruthy();
  expect(document.activeElement).toBe(field('Address'));
  await user.type(field('Address'), '2{Enter}');
  expect(asked.at(-1)).toEqual({
    company: 'Big Boats',
    slug: 'big-boats2',
    name: 'Ann',
    email: 'ann@boats.test',
    password: 'a long secret',
  });
  expect(wrong()).toBe(0);
});
