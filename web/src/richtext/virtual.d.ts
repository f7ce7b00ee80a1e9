declare module 'virtual:emoji' {
  /** See `tools/emoji.ts`: `[glyph, names, words, takes tones]`. */
  const groups: { key: string; emoji: [string, string, string, 0 | 1][] }[];
  export default groups;
}
