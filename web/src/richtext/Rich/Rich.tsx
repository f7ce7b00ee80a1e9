import { memo, Suspense, useEffect, type ReactNode } from 'react';
import { part } from '../../app/parts';
import { useSay, type Say } from '../../i18n/Texts';
import type { Json } from '../../protocol/generated';
import { asks } from '../../ui/asks';
import { treeOf } from '../cache';
import { CodeBlock } from '../CodeBlock/CodeBlock';
import { emojiOf, loadEmoji, useEmojiTable, wantsTable } from '../emoji';
import { link, marked } from '../leaves';
import { mayHoldUrl } from '../links';
import { groupName, isEmojiOnly, type Names } from '../plain';
import { deepest, type Block, type Inline, type List } from '../tree';
import styles from './Rich.module.css';

const Linked = part(async () => (await import('../Linked/Linked')).Linked);

interface RichProps {
  text: string;
  blocks?: readonly Json[] | undefined;
  names: Names;
  self: string;
  /** A remark that ends the last line, and what it says in full. */
  note?: string | undefined;
  noteTitle?: string | undefined;
  /** What is marked in it. */
  found?: RegExp | undefined;
}

/** A message as it is read: built from the parse tree, never from raw HTML. */
export const Rich = memo(function Rich({ text, blocks, names, self, ...end }: RichProps) {
  const tree = treeOf({ text, blocks });
  return <RichTree tree={tree} names={names} self={self} {...end} />;
});

interface RichTreeProps extends Omit<RichProps, 'text' | 'blocks'> {
  tree: readonly Block[];
}

export function RichTree({ tree, names, self, note, noteTitle, found }: RichTreeProps) {
  const say = useSay();
  // Names may be emoji once the table is there.
  useEmojiTable();
  const large = isEmojiOnly(tree);
  const inLine = tree.at(-1)?.kind === 'paragraph';
  const end = note !== undefined && (
    <span aria-hidden="true" className={styles.note} title={noteTitle}>
      {note}
    </span>
  );
  return (
    <div className={`${styles.rich} ${large ? styles.large : ''}`}>
      {tree.map((block, at) =>
        renderBlock(
          block,
          at,
          { names, self, say, found },
          at === tree.length - 1 ? end : undefined,
        ),
      )}
      {!inLine && end}
    </div>
  );
}

interface Context {
  names: Names;
  self: string;
  say: Say;
  found: RegExp | undefined;
}

function renderBlock(block: Block, at: number, context: Context, end?: ReactNode): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={at} dir="auto">
          {renderInlines(block.inlines, context)}
          {end}
        </p>
      );
    case 'quote':
      return (
        <blockquote key={at} dir="auto" className={styles.quote}>
          {block.blocks.map((inner, index) => renderBlock(inner, index, context))}
        </blockquote>
      );
    case 'pre':
      return <CodeBlock key={at} text={block.text} language={block.language} />;
    case 'list':
      return renderList(block, at, context);
  }
}

function renderList(list: List, at: number, context: Context): ReactNode {
  const depth = Math.min(list.depth, deepest);
  const items = list.items.map((item, index) => (
    <li key={index} dir="auto" aria-level={depth + 1}>
      {renderInlines(item, context)}
    </li>
  ));
  return list.ordered ? (
    <ol key={at} start={list.start} data-depth={depth} className={styles.list}>
      {items}
    </ol>
  ) : (
    <ul key={at} data-depth={depth} className={styles.list}>
      {items}
    </ul>
  );
}

function renderInlines(inlines: readonly Inline[], context: Context): ReactNode[] {
  return inlines.map((inline, at) => {
    const leaf = renderLeaf(inline, at, context);
    const { style } = inline;
    if (style === undefined) return leaf;
    let shown = leaf;
    if (style.code) shown = <code className={styles.code}>{shown}</code>;
    if (style.strike) shown = <s>{shown}</s>;
    if (style.italic) shown = <em>{shown}</em>;
    if (style.bold) shown = <strong>{shown}</strong>;
    return <span key={at}>{shown}</span>;
  });
}

function renderLeaf(inline: Inline, at: number, context: Context): ReactNode {
  const { names, self, say, found } = context;
  switch (inline.kind) {
    case 'text':
      return inline.style?.code ? marked(inline.text, found) : withLinks(inline.text, at, found);
    case 'link':
      return link(inline.url, inline.text, at);
    case 'person':
      return mention(`@${names.person(inline.user)}`, at, inline.user === self, inline.user);
    case 'group':
      return mention(
        groupName(inline, names) ?? say('mention.group'),
        at,
        names.group(inline.group)?.isOwn === true,
        inline.group,
      );
    case 'channel':
      return mention(`#${inline.label ?? names.channel(inline.channel)}`, at, false);
    case 'broadcast':
      return mention(say(broadcastText(inline.range)), at, true);
    case 'emoji':
      return emoji(inline.name, at, names);
  }
}

/** Bare addresses become links, as soon as what finds them is there. */
function withLinks(text: string, at: number, found: RegExp | undefined): ReactNode {
  const plain = marked(text, found, at);
  if (!mayHoldUrl(text)) return plain;
  return (
    <Suspense key={at} fallback={plain}>
      <Linked text={text} found={found} />
    </Suspense>
  );
}

function mention(text: string, key: number, me: boolean, person?: string): ReactNode {
  return (
    <bdi
      key={key}
      className={`${styles.mention} ${me ? styles.me : ''}`}
      {...(person === undefined ? {} : asks(person))}
    >
      {text}
    </bdi>
  );
}

function emoji(name: string, key: number, names: Names): ReactNode {
  const picture = names.emoji(name);
  if (picture === undefined && wantsTable(name)) {
    return <Awaited key={key}>{emojiAs(name, key, undefined)}</Awaited>;
  }
  return emojiAs(name, key, picture);
}

/** What it is may be known once the table of emoji is there. */
function Awaited({ children }: { children: ReactNode }) {
  useEffect(() => void loadEmoji().catch(() => undefined), []);
  return children;
}

function emojiAs(name: string, key: number, picture: string | undefined): ReactNode {
  const glyph = emojiOf(name);
  const text = `:${name}:`;
  if (glyph !== undefined) {
    return (
      <span key={key} role="img" aria-label={name} title={text}>
        {glyph}
      </span>
    );
  }
  if (picture === undefined) return text;
  return <img key={key} src={picture} alt={text} title={text} className={styles.emoji} />;
}

function broadcastText(range: string) {
  if (range === 'here') return 'mention.here';
  return range === 'everyone' ? 'mention.everyone' : 'mention.channel';
}
