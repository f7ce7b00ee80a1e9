// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { useNames } from '../../features/names';
import { test } from '../../testing/pageTest';
import { Rich } from './Rich';

function Said({ text }: { text: string }) {
  return <Rich text={text} names={useNames()} self="U1" />;
}

test('emoji that are not known at first are shown once all are, with their skin tone', async ({
  page,
}) => {
  const { container } = page.show(<Said text="A :pizza: for you :wave::skin-tone-4:" />);
  expect(container.textContent).toBe('A :pizza: for you 👋');
  await waitFor(() => expect(container.textContent).toBe('A 🍕 for you 👋🏽'), { timeout: 5000 });
});

test('a bare address can be read at once, and is a link as soon as what finds it is there', async ({
  page,
}) => {
  const { container } = page.show(<Said text="Look at https://a.test/x, please" />);
  expect(container.textContent).toBe('Look at https://a.test/x, please');
  const link = await screen.findByRole('link', {}, { timeout: 5000 });
  expect(link.textContent).toBe('https://a.test/x');
  expect(container.textContent).toBe('Look at https://a.test/x, please');
});
