import type { ClipboardEvent } from 'react';
import { copiedOf } from '../../../models/copied';
import type { Row } from '../../../models/rows';
import type { RowContext } from './RowView';

/** What is copied across several messages says whose each is; within one it is as selected. */
export function copyRows(
  event: ClipboardEvent<HTMLElement>,
  rows: readonly Row[],
  { names, formats }: Pick<RowContext, 'names' | 'formats'>,
): void {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const articles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-ts]')];
  const chosen = new Set(
    articles.filter((each) => range.intersectsNode(each)).map(({ dataset }) => dataset.ts),
  );
  if (chosen.size < 2) return;
  const messages = rows.flatMap((row) =>
    'message' in row && chosen.has(row.message.ts) ? [row.message] : [],
  );
  const { text, html } = copiedOf(messages, names, formats.time);
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', html);
  event.preventDefault();
}
