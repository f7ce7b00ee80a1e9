/** The texts of what people write: rich text and the composer. */
export const enWriting = {
  'mention.group': '@group',
  'app.interactive': 'Buttons and fields of apps cannot be used here yet.',
  'app.picture': 'Picture',
  'code.copy': 'Copy code',
  'code.copied': 'Copied',
  'code.unfold': 'Show all {count} lines',
  'code.fold': 'Show fewer lines',
} as const;
