import { getSchema, Mark, mergeAttributes, Node, type Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { ownTarget } from '../../permalinks/own';
import { safeUrl } from '../../../richtext/links';

/** Keys come from the one table of commands, conversions from `rules.ts`: none of the wrapper's own. */
const bare = {
  addKeyboardShortcuts: () => ({}),
  addInputRules: () => [],
  addPasteRules: () => [],
  addProseMirrorPlugins: () => [],
};

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) => {
        const href = safeUrl(element.getAttribute('href') ?? '');
        return href === undefined ? false : { href };
      },
    },
  ],
  // Without an address: a press in the field puts the caret, it leads nowhere.
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { title: String(HTMLAttributes.href), 'data-href': String(HTMLAttributes.href) },
    0,
  ],
});

/** What stands for a thing is one character to the caret; `shown` is written by a node view. */
function atom(name: string, attributes: readonly string[]) {
  return Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () =>
      Object.fromEntries(
        attributes.map((each) => [
          each,
          {
            default: null,
            parseHTML: (element: HTMLElement) => element.getAttribute(`data-${each}`),
            renderHTML: (held: Record<string, unknown>) =>
              held[each] === null ? {} : { [`data-${each}`]: held[each] },
          },
        ]),
      ),
    parseHTML: () => [
      { tag: `[data-${attributes[0] ?? ''}]`, getAttrs: (element) => isOf(name, element) },
    ],
    renderHTML: ({ HTMLAttributes, node }) => [
      'span',
      mergeAttributes(HTMLAttributes),
      String(node.attrs[attributes[0] ?? '']),
    ],
  });
}

/** Messages on the page name groups where they name people. */
function isOf(name: string, element: HTMLElement): false | null {
  const { permalink = '' } = element.dataset;
  if (name === 'permalink' && ownTarget(permalink) === undefined) return false;
  const isGroup = element.dataset.person?.startsWith('S') === true;
  return name === 'person' && isGroup ? false : null;
}

export const atoms = [
  atom('person', ['person']),
  atom('group', ['group', 'label']),
  atom('channel', ['channel', 'label']),
  atom('broadcast', ['broadcast']),
  atom('emoji', ['emoji']),
  // The address of a message of this page; what travels is the address.
  atom('permalink', ['permalink']),
] as const;

/** Exactly what a message can say: whatever else is pasted does not get in. */
export const vocabulary: Extensions = [
  Document,
  Text,
  Paragraph.extend({
    ...bare,
    group: 'block simple',
    renderHTML: () => ['p', { dir: 'auto' }, 0],
  }),
  Blockquote.extend({ ...bare, content: 'simple+' }),
  CodeBlock.extend({ ...bare, group: 'block simple' }),
  BulletList.extend({ ...bare, group: 'block simple list' }),
  OrderedList.extend({ ...bare, group: 'block simple list' }),
  ListItem.extend({ ...bare, content: 'paragraph+ list*' }),
  HardBreak.extend(bare),
  Bold.extend(bare),
  Italic.extend(bare),
  Strike.extend(bare),
  Code.extend({ ...bare, excludes: '' }),
  Link,
  ...atoms,
];

export const schema = getSchema(vocabulary);
