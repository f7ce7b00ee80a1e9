// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { loadEmoji } from '../../../richtext/emoji';
import { inWorkspace } from '../../../testing/inWorkspace';
import { EmojiButton } from './EmojiButton';

afterEach(cleanup);

function Held({ onSubmit }: { onSubmit: () => void }) {
  const [value, setValue] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <EmojiButton label={`Emoji ${value}`} value={value} onPick={setValue} />
    </form>
  );
}

test('an emoji is picked by keys, the focus comes back, and the form around is not sent', async () => {
  const user = userEvent.setup();
  await loadEmoji();
  const page = await inWorkspace();
  let sent = 0;
  page.show(<Held onSubmit={() => (sent += 1)} />);
  await user.click(screen.getByRole('button', { name: 'Emoji' }));
  await user.keyboard('rocket{Enter}');
  const button = screen.getByRole('button', { name: 'Emoji rocket' });
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole('combobox')).toBeNull();

  await user.click(button);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
  expect(sent).toBe(0);
  await page.close();
});
