// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Link } from './Link';
import { GoContext } from './useGo';

const name = 'Home';

afterEach(cleanup);

function show(onClick?: (event: { preventDefault: () => void }) => void): string[] {
  const went: string[] = [];
  render(
    <GoContext value={(path) => went.push(path)}>
      <Link href="/w/acme" onClick={onClick}>
        {name}
      </Link>
    </GoContext>,
  );
  return went;
}

test('a click goes there without the browser', () => {
  const went = show();
  expect(fireEvent.click(screen.getByRole('link', { name }))).toBe(false);
  expect(went).toEqual(['/w/acme']);
});

test('a click with a modifier key, or with another button, is the browser’s', () => {
  const went = show();
  const link = screen.getByRole('link', { name });
  for (const given of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
    expect(fireEvent.click(link, given)).toBe(true);
  }
  expect(went).toEqual([]);
});

test('who takes the click for itself goes nowhere', () => {
  const went = show((event) => event.preventDefault());
  fireEvent.click(screen.getByRole('link', { name }));
  expect(went).toEqual([]);
});
