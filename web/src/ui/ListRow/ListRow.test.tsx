// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ListRow, ListSection } from './ListRow';

test('blank notes leave no line, and a list that is on its way is busy', () => {
  const { container } = render(
    <ListSection title={'Apps'} busy level={2}>
      <ul>
        <ListRow title={'Builder'} notes={['', 'last used today']}>
          <button type="button">{'Remove'}</button>
        </ListRow>
      </ul>
    </ListSection>,
  );

  expect(screen.getByRole('heading', { level: 2, name: 'Apps' })).toBeTruthy();
  expect(container.querySelector('section')?.getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('last used today').parentElement?.children).toHaveLength(2);
});
