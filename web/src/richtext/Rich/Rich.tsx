import { memo, type ReactNode } from 'react';
import { useSay, type Say } from '../../i18n/Texts';
import { treeOf } from '../cache';
import { isEmojiOnly, type Names } from '../plain';
import type { Block, Inline } from '../tree';
import styles from './Rich.module.css';

interface RichProps {
  text: string;
  names: Names;
  self: string;
  /** A remark that ends the last line, and what it says in full. */
  note?: string | undefined;
  noteTitle?: string | undefined;
}

/** A message as it is read: built from the parse tree, never from raw HTML. */
export const Rich = memo(function Rich({ text, names, self, note, noteTitle }: RichProps) {
  const say = useSay();
  const blocks = treeOf(text);
  const large = isEmojiOnly(blocks);
  const inLine = blocks.at(-1)?.kind === 'paragraph';
  const end = note !== undefined && (
    <span className={styles.note} title={noteTitle}>
      {note}
    </span>
  );
  return (
    <div className={`${styles.rich} ${large ? styles.large : ''}`}>
      {blocks.map((block, at) =>
        renderBlock(block, at, { names, self, say }, at === blocks.length - 1 ? end : undefined),
      )}
      {!inLine && end}
    </div>
  );
});

interface Context {
  names: Names;
  self: string;
  say: Say;
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
      return (
        <pre key={at} dir="ltr" tabIndex={-1} className={styles.pre}>
          <code>{block.text}</code>
        </pre>
      );
  }
}

function renderInlines(inlines: readonly Inline[], context: Context): ReactNode[] {
  return inlines.map((inline, at) => renderInline(inline, at, context));
}

function renderInline(inline: Inline, at: number, context: Context): ReactNode {
  const { names, self, say } = context;
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return <br key={at} />;
    case 'code':
      return (
        <code key={at} className={styles.code}>
          {inline.text}
        </code>
      );
    case 'bold':
      return <strong key={at}>{renderInlines(inline.inlines, context)}</strong>;
    case 'italic':
      return <em key={at}>{renderInlines(inline.inlines, context)}</em>;
    case 'strike':
      return <s key={at}>{renderInlines(inline.inlines, context)}</s>;
    case 'link':
      return (
        <a key={at} href={inline.url} target="_blank" rel="noopener noreferrer">
          <bdi>{renderInlines(inline.label, context)}</bdi>
        </a>
      );
    case 'person': {
      const me = inline.user === self;
      return (
        <bdi key={at} className={`${styles.mention} ${me ? styles.me : ''}`}>
          {`@${names.person(inline.user)}`}
        </bdi>
      );
    }
    case 'channel':
      return (
        <bdi key={at} className={styles.mention}>
          {`#${inline.label ?? names.channel(inline.channel)}`}
        </bdi>
      );
    case 'broadcast':
      return (
        <bdi key={at} className={`${styles.mention} ${styles.me}`}>
          {say(broadcastText(inline.range))}
        </bdi>
      );
    case 'emoji':
      return (
        <span key={at} role="img" aria-label={inline.name} title={`:${inline.name}:`}>
          {inline.glyph}
        </span>
      );
    case 'shortcode': {
      const picture = names.emoji(inline.name);
      const text = `:${inline.name}:`;
      return picture === undefined ? (
        text
      ) : (
        <img key={at} src={picture} alt={text} title={text} className={styles.emoji} />
      );
    }
  }
}

function broadcastText(range: string) {
  if (range === 'here') return 'mention.here';
  return range === 'everyone' ? 'mention.everyone' : 'mention.channel';
}
