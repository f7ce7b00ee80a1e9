import type { Node } from '@tiptap/pm/model';

/** Attributes that change while one types. */
export type Described = Readonly<Record<string, string | undefined>>;

/** How a field presents itself; an empty one shows in grey what it is for. */
export function attributesOf(doc: Node, described: Described): Record<string, string> {
  const said = Object.entries(described).filter(([, value]) => value !== undefined);
  const bare = doc.content.size === 2 && doc.child(0).type.name === 'paragraph';
  return {
    'aria-multiline': 'true',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    dir: 'auto',
    ...(Object.fromEntries(said) as Record<string, string>),
    ...(bare && { 'data-placeholder': described['aria-label'] ?? '' }),
  };
}

export function isSame(one: Described, two: Described): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...names].every((name) => one[name] === two[name]);
}
