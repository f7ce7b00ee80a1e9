// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { Json } from '../../protocol/generated';
import { alice } from '../../testing/builders';
import { test } from '../../testing/pageTest';
import { namesOf } from '../../testing/rows';
import { AppBlocks } from './AppBlocks';

const shown = (...blocks: Json[]) => (
  <AppBlocks blocks={blocks} names={namesOf()} self={alice.id} />
);
const plain = (text: string): Json => ({ type: 'plain_text', text });
const note = 'Buttons and fields of apps cannot be used here yet.';

const links = () =>
  screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

test('pictures and films are links that say what they show', ({ page }) => {
  const url = 'https://ci.test/load.png';
  page.show(
    shown(
      { type: 'image', image_url: url, title: plain('Load'), alt_text: 'A graph' },
      { type: 'image', image_url: url, alt_text: 'A graph' },
      { type: 'section', text: plain('Disk'), accessory: { type: 'image', image_url: url } },
      { type: 'image', image_url: 'javascript:alert(1)', alt_text: 'A trap' },
      { type: 'video', title: plain('A tour'), video_url: 'https://ci.test/embed' },
    ),
  );

  expect(links()).toEqual([
    ['Load', url],
    ['A graph', url],
    ['Picture', url],
    ['A tour', 'https://ci.test/embed'],
  ]);
  expect(screen.getByText('A trap')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByText(note)).toBeNull();
});

test('what is to be pressed is left out, and that is said once', ({ page }) => {
  const button = { type: 'button', text: plain('Deploy') };
  page.show(
    shown(
      { type: 'section', text: plain('Deploy 42?'), accessory: button },
      { type: 'actions', elements: [button] },
      { type: 'input', label: plain('Why') },
    ),
  );

  expect(screen.getByText('Deploy 42?')).toBeTruthy();
  expect(screen.queryByText('Deploy')).toBeNull();
  expect(screen.queryByText('Why')).toBeNull();
  expect(screen.getAllByText(note)).toHaveLength(1);
});

test('signs mean something where the app says so, and stand as they are elsewhere', ({ page }) => {
  page.show(
    shown(
      { type: 'header', text: plain('*Build* 42') },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*passed*' },
        fields: [plain('*3 min*'), { type: 'mrkdwn', text: 'for <@U1>' }],
      },
    ),
  );

  expect(screen.getByText('*Build* 42')).toBeTruthy();
  expect(screen.getByText('passed').tagName).toBe('STRONG');
  expect(screen.getByText('*3 min*')).toBeTruthy();
  expect(screen.getByText('@Alice')).toBeTruthy();
});
