import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark', 'hc-dark', 'hc-light'] as const;

function tokensOf(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, two: string): number {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const textPairs: [string, string[]][] = [
  ['text', ['bg', 'bg-side', 'bg-selected', 'bg-mention', 'bg-raised', 'bg-hover', 'bg-code']],
  ['text-2', ['bg', 'bg-rail', 'bg-side', 'bg-selected']],
  ['text-3', ['bg', 'bg-side', 'bg-hover', 'bg-mention']],
  ['link', ['bg', 'bg-mention', 'bg-hover']],
  ['on-accent', ['accent']],
  ['on-badge', ['badge']],
  ['danger', ['bg', 'danger-bg']],
  ['warn', ['warn-bg']],
  ['self-mention', ['bg-mention']],
  ['ok', ['bg']],
];
const markPairs: [string, string[]][] = [
  ['border-strong', ['bg', 'bg-side']],
  ['focus', ['bg', 'bg-selected']],
  ['presence', ['bg-side', 'bg-selected']],
  ['badge', ['bg-side']],
];

describe.each(themes)('theme %s', (theme) => {
  const tokens = tokensOf(theme);
  const bounds = [
    ...textPairs.flatMap(([ink, papers]) => papers.map((paper) => [ink, paper, 4.5] as const)),
    ...markPairs.flatMap(([ink, papers]) => papers.map((paper) => [ink, paper, 3] as const)),
  ];

  test.each(bounds)('%s is readable on %s (≥ %d)', (ink, paper, bound) => {
    expect(contrast(tokens.get(ink)!, tokens.get(paper)!)).toBeGreaterThanOrEqual(bound);
  });
});

test('white is readable on every avatar hue', () => {
  const hues = [...css.matchAll(/--hue-\d+: (#[0-9a-f]{6});/g)].map((match) => match[1]!);

  expect(hues).toHaveLength(12);
  for (const hue of hues) expect(contrast('#ffffff', hue)).toBeGreaterThanOrEqual(6);
});
