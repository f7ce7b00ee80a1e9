import { memo, useState, type Ref } from 'react';
import { isStopKey, type Row } from '../../../models/rows';
import { RowView, type RowContext } from './RowView';
import type { RowMenu } from './useRowMenu';
import styles from './MessageList.module.css';

interface ItemProps {
  ref: Ref<HTMLDivElement>;
  row: Row;
  rowId: string;
  index: number;
  tabStop: boolean;
  /** A menu of it is open. */
  open: boolean;
  context: RowContext;
  /** How the menu of a row is asked for. */
  menuProps: RowMenu;
  onFocused: (key: string) => void;
}

/** A row in its place. What can be done with it is there while the pointer or the focus is. */
export const Item = memo(function Item(props: ItemProps) {
  const { ref, row, rowId, index, tabStop, open, context, menuProps, onFocused } = props;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return (
    <div
      ref={ref}
      {...menuProps(row)}
      data-index={index}
      data-kind={row.kind}
      className={styles.item}
      {...articleProps(row, rowId, index, tabStop)}
      onPointerEnter={({ pointerType }) => setPointed(pointerType !== 'touch')}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => {
        setFocused(true);
        onFocused(row.key);
      }}
      onBlur={() => setFocused(false)}
    >
      <RowView row={row} rowId={rowId} context={context} near={pointed || focused || open} />
    </div>
  );
});

/** Lines between the messages are decoration; everything else is an article of the feed. */
function articleProps(row: Row, rowId: string, index: number, tabStop: boolean) {
  if (!isStopKey(row.key)) return { role: 'presentation' };
  const bare = row.kind === 'system' || row.kind === 'tombstone' || row.kind === 'start';
  const ts = 'message' in row ? row.message.ts : undefined;
  const author = bare ? '' : `${rowId}-author `;
  return {
    role: 'article',
    'data-ts': ts,
    tabIndex: tabStop ? 0 : -1,
    'aria-labelledby': `${author}${rowId}-body ${rowId}-meta`,
    'aria-posinset': index + 1,
    'aria-setsize': -1,
  };
}
