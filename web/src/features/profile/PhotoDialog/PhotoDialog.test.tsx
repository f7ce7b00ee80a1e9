// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../../i18n/enProfile';
import { answer, refuse } from '../../../testing/fake/answers';
import { inWorkspace, type InWorkspace } from '../../../testing/inWorkspace';
import { PhotoDialog } from './PhotoDialog';

let page: InWorkspace;
let drawn: number[][];
let closed: boolean[];
beforeEach(async () => {
  page = await inWorkspace();
  drawn = [];
  closed = [];
  const drawImage = (_: unknown, ...numbers: number[]) => drawn.push(numbers);
  const context = { drawImage, clearRect: () => undefined, fillRect: () => undefined };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,UElD');
  vi.stubGlobal('createImageBitmap', (file: File) =>
    file.type === 'image/png'
      ? Promise.resolve({ width: 800, height: 400 })
      : Promise.reject(new Error('no picture')),
  );
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await page.close();
});

function choose(type: string): void {
  const input = document.querySelector('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File(['x'], 'me', { type })] } });
}

const show = () => page.show(<PhotoDialog onClose={(changed) => closed.push(changed)} />);

test('what is no picture is refused, and a picture can be chosen after it', async () => {
  show();
  expect(screen.queryByRole('button', { name: 'Use picture' })).toBeNull();
  choose('text/plain');
  expect(await screen.findByText(/not a picture that the page can read/)).toBeTruthy();
  choose('image/png');
  expect(await screen.findByRole('img', { name: 'The part that is shown' })).toBeTruthy();
  expect(screen.queryByText(/not a picture that the page can read/)).toBeNull();
});

test('a picture is moved by arrows, enlarged, and sent; a refusal is told', async () => {
  const user = userEvent.setup();
  const sent: unknown[] = [];
  page.answers['users.setPhoto'] = ({ image }) =>
    sent.push(image) === 1 ? refuse('too_large') : answer({});
  show();
  choose('image/png');
  const area = await screen.findByRole('img', { name: 'The part that is shown' });
  const first = drawn.at(-1);
  area.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(drawn.at(-1)).not.toEqual(first);
  const moved = drawn.at(-1);
  fireEvent.change(screen.getByLabelText('Size'), { target: { value: '2' } });
  expect(drawn.at(-1)).not.toEqual(moved);

  await user.click(screen.getByRole('button', { name: 'Use picture' }));
  expect(await screen.findByText('That picture is too large. Choose a smaller one.')).toBeTruthy();
  expect(closed).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use picture' }));
  await waitFor(() => expect(closed).toEqual([true]));
  expect(sent).toEqual(['UElD', 'UElD']);
});
