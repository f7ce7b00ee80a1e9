/** What a message can say: blocks of inline pieces. The renderer knows nothing else. */
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'pre'; text: string };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inlines: Inline[] }
  | { kind: 'link'; url: string; label: Inline[] }
  | { kind: 'person'; user: string; label: string | undefined }
  | { kind: 'channel'; channel: string; label: string | undefined }
  | { kind: 'broadcast'; range: string }
  | { kind: 'emoji'; name: string; glyph: string }
  /** Perhaps one of the workspace's own emoji: who shows it knows. */
  | { kind: 'shortcode'; name: string };
