// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { newLanguage, Texts } from '../../../i18n/Texts';
import { message } from '../../../testing/builders';
import { Foldable } from './Foldable';

afterEach(cleanup);

const long = message({ text: Array.from({ length: 60 }, (_, at) => `line ${at}`).join('\n') });

function show(id: string, said = long) {
  return render(
    <Texts language={newLanguage('en', null)}>
      <Foldable id={id} said={said}>
        <p>
          {'the words '}
          <a href="https://a.test">{'and a link'}</a>
        </p>
      </Foldable>
    </Texts>,
  );
}

const button = (name: string) => screen.getByRole('button', { name });

test('a short message has nothing to unfold', () => {
  show('short', message({ text: 'hello' }));
  expect(screen.getByText('the words')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a long one is unfolded and folded, and comes back as it was left', () => {
  show('one');
  const all = button('Show all');
  expect(all.getAttribute('aria-expanded')).toBe('false');
  expect(document.getElementById(all.getAttribute('aria-controls') ?? '')?.textContent).toBe(
    'the words and a link',
  );

  fireEvent.click(all);
  expect(button('Show less').getAttribute('aria-expanded')).toBe('true');

  cleanup();
  show('one');
  expect(button('Show less')).toBeTruthy();
  cleanup();
  show('another');
  fireEvent.click(button('Show all'));
  fireEvent.click(button('Show less'));
  cleanup();
  show('another');
  expect(button('Show all')).toBeTruthy();
});

test('a link beyond the fold that takes the focus unfolds', () => {
  show('two');
  const link = screen.getByRole('link');
  const place = vi.spyOn(link, 'getBoundingClientRect');
  place.mockReturnValue(new DOMRect(0, 0, 10, -10));
  fireEvent.focus(link);
  expect(button('Show all')).toBeTruthy();

  place.mockReturnValue(new DOMRect(0, 900, 10, 20));
  fireEvent.focus(link);
  expect(button('Show less')).toBeTruthy();
});
