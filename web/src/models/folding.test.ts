import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { message } from '../testing/builders';
import { foldedLines, isLong, linesOfText, mostLines } from './folding';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n');
const code = (count: number) => `\`\`\`\n${lines(count)}\n\`\`\``;

describe('what is folded', () => {
  test('a message of more lines than the most, not one of as many', () => {
    expect(isLong(message({ text: lines(mostLines) }))).toBe(false);
    expect(isLong(message({ text: lines(mostLines + 1) }))).toBe(true);
  });

  test('a text without breaks counts as wide as it is', () => {
    expect(linesOfText('')).toBe(1);
    expect(linesOfText('x'.repeat(96))).toBe(2);
    expect(isLong(message({ text: 'word '.repeat(1000) }))).toBe(true);
  });

  test('long code is folded by itself, and not once more', () => {
    expect(isLong(message({ text: code(200) }))).toBe(false);
    expect(isLong(message({ text: `${lines(20)}\n${code(200)}` }))).toBe(true);
  });

  test('mentions are as wide as names, not as their ids', () => {
    const mention = `<@U${'0'.repeat(20)}> `;
    expect(isLong(message({ text: mention.repeat(40 * 5) }))).toBe(false);
  });

  test('what apps say in blocks and attachments counts', () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'a' } };
    const blocks = (count: number) => Array.from({ length: count }, () => section);
    expect(isLong(message({ text: 'a', blocks: blocks(20) }))).toBe(false);
    expect(isLong(message({ text: 'a', blocks: blocks(50) }))).toBe(true);
    expect(isLong(message({ text: '', attachments: [{ text: lines(50) }] }))).toBe(true);
  });
});

test('the style sheet shows as many lines as are said here', () => {
  const sheet = new URL('../features/messages/Foldable/Foldable.module.css', import.meta.url);
  expect(readFileSync(sheet, 'utf8')).toContain(`calc(${foldedLines} * 1lh)`);
});
