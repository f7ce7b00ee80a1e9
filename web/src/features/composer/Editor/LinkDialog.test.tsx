// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../../i18n/enComposer';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { LinkDialog } from './LinkDialog';

let page: InWorkspace;
beforeEach(async () => {
  page = await inWorkspace();
});
afterEach(async () => {
  cleanup();
  await page.close();
});

const show = (link: { href: string; words: string }) => {
  const onSave = vi.fn();
  page.show(<LinkDialog link={link} onSave={onSave} onClose={() => undefined} />);
  return onSave;
};

test('an address of the web may be written short; what leads nowhere is refused', async () => {
  const user = userEvent.setup();
  const onSave = show({ href: '', words: 'the plan' });
  const address = screen.getByLabelText('Address');
  await user.type(address, 'javascript:alert(1)');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/begins with https/)).toBeTruthy();
  expect(onSave).not.toHaveBeenCalled();

  await user.clear(address);
  await user.type(address, 'acme.test/plan{Enter}');
  expect(onSave).toHaveBeenCalledExactlyOnceWith('https://acme.test/plan', 'the plan');
  expect(screen.queryByRole('button', { name: 'Remove link' })).toBeNull();
});

test('a link that is there can be taken away', async () => {
  const onSave = show({ href: 'https://acme.test/', words: 'Acme' });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Remove link' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('', 'Acme');
});
