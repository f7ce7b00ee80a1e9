// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { newLanguage, Texts } from '../../i18n/Texts';
import type { Json, Message } from '../../protocol/generated';
import { message } from '../../testing/builders';
import { MessageBody } from './MessageBody';

const names = {
  person: (user: string) => (user === 'U1' ? 'Alice' : user),
  channel: (channel: string) => channel,
  emoji: () => undefined,
  group: (id: string) => ({ S1: { handle: 'crew', isOwn: true } })[id],
};

function show(given: Partial<Message>): HTMLElement {
  const { container } = render(
    <Texts language={newLanguage('en', null)}>
      <MessageBody message={message(given)} names={names} self="U1" />
    </Texts>,
  );
  return container;
}

afterEach(cleanup);

const rich = (...elements: Json[]): Json[] => [{ type: 'rich_text', elements }];

describe('what people say', () => {
  test('lists keep their depth and numbers', () => {
    const item = (text: string): Json => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text, style: { bold: true } }],
    });
    const page = show({
      blocks: rich(
        { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [item('a')] },
        { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('b')] },
        { type: 'rich_text_list', style: 'ordered', indent: 0, offset: 1, elements: [item('c')] },
      ),
    });
    const lists = [...page.querySelectorAll('ol, ul')];
    expect(lists.map(({ tagName }) => tagName)).toEqual(['OL', 'UL', 'OL']);
    expect(lists[1]?.querySelector('li')?.getAttribute('aria-level')).toBe('2');
    expect(lists[2]?.getAttribute('start')).toBe('2');
    expect(page.querySelector('li strong')?.textContent).toBe('a');
  });

  test('groups are named by their handle as it is now, else as the message says', () => {
    const page = show({ text: '<!subteam^S1|@old> <!subteam^S2|@ops> <!subteam^S3>' });
    expect(page.textContent).toBe('@crew @ops @group');
    const marked = [...page.querySelectorAll('[data-person]')].map((each) => each.className);
    expect(new Set(marked.slice(1)).size).toBe(1);
    expect(marked[0]).not.toBe(marked[1]);
  });

  test('long code is folded, and copied whole', async () => {
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => ((copied = text), Promise.resolve()) },
    });
    const code = Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n');
    const page = show({ text: `\`\`\`\n${code}\n\`\`\`` });
    expect(page.querySelector('pre')?.textContent.split('\n')).toHaveLength(24);

    fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    await screen.findByRole('button', { name: 'Copied' });
    expect(copied).toBe(code);

    fireEvent.click(screen.getByRole('button', { name: 'Show all 30 lines' }));
    expect(page.querySelector('pre')?.textContent).toBe(code);
  });

  test('code gets colours without becoming markup', async () => {
    const text = 'const a = "<img src=x onerror=alert(1)>";';
    const element = { type: 'rich_text_preformatted', language: 'ts' };
    const page = show({ blocks: rich({ ...element, elements: [{ type: 'text', text }] }) });
    await expect.poll(() => page.querySelectorAll('code span').length).toBeGreaterThan(1);
    expect(page.querySelector('pre')?.textContent).toBe(text);
    expect(page.querySelector('img')).toBeNull();
  });
});

describe('what apps say', () => {
  test('blocks that can be read are, those to press are said', () => {
    const page = show({
      text: 'fallback',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Build 42' } },
        { type: 'divider' },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*passed* by <@U1>' },
          fields: [{ type: 'plain_text', text: ':tada: *3 min*' }],
          accessory: { type: 'button', text: { type: 'plain_text', text: 'Go' } },
        },
        {
          type: 'context',
          elements: [
            { type: 'image', image_url: 'https://a.test/i.png', alt_text: 'a face' },
            { type: 'mrkdwn', text: '_main_' },
          ],
        },
        { type: 'image', image_url: 'https://a.test/graph.png', alt_text: 'A graph' },
        { type: 'actions', elements: [{ type: 'button' }] },
        { type: 'of_the_future' },
      ],
    });
    expect(page.textContent).toBe(
      'Build 42passed by @Alice🎉 *3 min*a facemainA graphButtons and fields of apps cannot be used here yet.',
    );
    expect(page.querySelector('button')).toBeNull();
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('a')?.getAttribute('href')).toBe('https://a.test/graph.png');
  });

  test('attachments in their old form', () => {
    const page = show({
      text: '',
      attachments: [
        {
          color: '36a64f',
          pretext: 'before',
          title: 'Title',
          title_link: 'https://a.test/t',
          text: '*bold*',
          fields: [{ title: 'Priority', value: 'High', short: true }],
          footer: 'CI',
          ts: 1_700_000_000,
        },
        { fallback: 'only this' },
      ],
    });
    expect(page.querySelector('strong')?.textContent).toBe('bold');
    expect(page.querySelector('dt')?.textContent).toBe('Priority');
    expect(page.querySelector<HTMLElement>('[data-bar]')?.style.borderInlineStartColor).toBe(
      '#36a64f',
    );
    expect(page.textContent).toMatch(/^beforeTitleboldPriorityHighCI · .*2023.*only this$/);
  });
});

describe('hostile content', () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202e\u2066';
  const strings = fc.constantFrom(
    ...[evil, 'javascript:alert(1)', 'x'.repeat(100_000), '*'.repeat(500), '${7*7}', ''],
    ...['data:text/html,<script>alert(1)</script>', 'red;background:url(https://evil.test)'],
  );
  const types = fc.constantFrom(
    ...['section', 'header', 'context', 'image', 'rich_text', 'video', 'markdown', 'mrkdwn'],
    ...['plain_text', 'rich_text_section', 'rich_text_list', 'link', 'text', 'user', 'emoji'],
  );
  const names = [
    'text',
    'url',
    'image_url',
    'title',
    'title_url',
    'alt_text',
    'fields',
    'elements',
  ];
  const more = ['color', 'title_link', 'fallback', 'footer', 'ts', 'blocks', 'pretext', 'value'];

  const { node } = fc.letrec((tie) => ({
    node: fc
      .tuple(
        types,
        fc.dictionary(
          fc.constantFrom(...names, ...more),
          fc.oneof(
            { maxDepth: 5 },
            strings,
            tie('node'),
            fc.array(tie('node'), { maxLength: 3 }),
            fc.integer(),
          ),
        ),
      )
      .map(([type, rest]) => ({ ...rest, type })),
  }));

  test('nothing that an app posts becomes markup, script or a fetch', () => {
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 4 }),
        fc.array(node, { maxLength: 3 }),
        strings,
        (blocks, attachments, text) => {
          const page = show({
            text,
            blocks: blocks,
            attachments: attachments,
          });
          expect(page.querySelectorAll('img, script, iframe, object, svg image')).toHaveLength(0);
          for (const { href } of page.querySelectorAll('a')) {
            expect(href).toMatch(/^(https?|mailto):/);
          }
          for (const each of page.querySelectorAll<HTMLElement>('[style]')) {
            expect(each.style.cssText).toMatch(/^(border-inline-start-color: [^;(]+;)?$/);
          }
          cleanup();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a list of a thousand depths is one of five', () => {
    const page = show({
      blocks: rich({ type: 'rich_text_list', style: 'bullet', indent: 1000, elements: [{}] }),
    });
    expect(page.querySelector('ul')?.dataset.depth).toBe('4');
  });
});
