import { wordsOf } from '../../../models/authors';
import { foldedLines, linesOfText, mostLines } from '../../../models/folding';
import type { Row } from '../../../models/rows';
import type { Message } from '../../../protocol/generated';

const line = 22;

/** A guess at a row's height, good enough for the scroll bar; rows are measured when shown. */
export function estimate(row: Row | undefined): number {
  switch (row?.kind) {
    case undefined:
      return line;
    case 'start':
      return 180;
    case 'older':
    case 'newer':
      return 48;
    case 'day':
      return 36;
    case 'replies':
    case 'new':
      return 28;
    case 'system':
      return 28;
    case 'tombstone':
      return 42 + extras(row.message);
    case 'head':
      return 8 + line + 2 + textHeight(wordsOf(row.message)) + extras(row.message);
    case 'cont':
      return 2 + textHeight(wordsOf(row.message)) + extras(row.message);
    case 'pending':
      return (row.head ? 8 + line : 0) + 2 + textHeight(row.send.text);
  }
}

/** Reactions and the line of a thread. */
function extras({ reactions = [], reply_count = 0 }: Message): number {
  return (reactions.length > 0 ? 30 : 0) + (reply_count > 0 ? 30 : 0);
}

function textHeight(text: string): number {
  const lines = linesOfText(text);
  return (lines > mostLines ? foldedLines + 1 : lines) * line;
}
