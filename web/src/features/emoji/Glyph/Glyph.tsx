import { useEffect } from 'react';
import type { Names } from '../../../richtext/plain';
import { emojiOf, loadEmoji, useEmojiTable, wantsTable } from '../../../richtext/emoji';
import styles from './Glyph.module.css';

/** An emoji by its name: the workspace's own as a picture, one that is not known by its name. */
export function Glyph({ name, names }: { name: string; names: Names }) {
  const picture = names.emoji(name);
  useEmojiTable();
  const glyph = picture === undefined ? emojiOf(name) : undefined;
  const unknown = picture === undefined && wantsTable(name);
  useEffect(() => {
    if (unknown) void loadEmoji().catch(() => undefined);
  }, [unknown]);
  if (picture !== undefined) return <img src={picture} alt="" className={styles.picture} />;
  return <span className={styles.glyph}>{glyph ?? `:${name}:`}</span>;
}
