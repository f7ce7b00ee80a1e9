/**
 * What a message can say: blocks of inline pieces. Both codecs (`mrkdwn`, `blocks`), the renderer
 * and the editor know nothing else. In a *settled* tree (see `settle.ts`) what could be one piece
 * is one, so that two trees that say the same are equal.
 */
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'quote'; blocks: Exclude<Block, { kind: 'quote' }>[] }
  | { kind: 'pre'; text: string; language?: string }
  | List;

/** Items of one depth, as in Slack's blocks: a deeper list stands after the item it belongs to. */
export interface List {
  kind: 'list';
  ordered: boolean;
  /** 0 for the outermost. */
  depth: number;
  /** The number of the first item; 1 for bullets. */
  start: number;
  items: Inline[][];
}

/** In the order in which they are nested when they are printed. */
export const marks = ['bold', 'italic', 'strike', 'code'] as const;
export type Mark = (typeof marks)[number];
export type Style = { [mark in Mark]?: true };

export type Inline = Leaf & { style?: Style };

export type Leaf =
  /** Line breaks are characters of it. */
  | { kind: 'text'; text: string }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'person'; user: string }
  | { kind: 'group'; group: string; label?: string }
  | { kind: 'channel'; channel: string; label?: string }
  | { kind: 'broadcast'; range: string }
  /** A standard emoji or perhaps one of the workspace's own: who shows it knows. */
  | { kind: 'emoji'; name: string };

/** Lists have five depths, 0 to 4. */
export const deepest = 4;
