import { wordsOf } from '../../models/authors';
import type { Message } from '../../protocol/generated';
import type { Names } from '../plain';
import { Rich } from '../Rich/Rich';

interface MessageBodyProps {
  message: Message;
  names: Names;
  self: string;
  /** A remark that ends the last line, and what it says in full. */
  note?: string | undefined;
  noteTitle?: string | undefined;
}

/** All that a message shows between its author and its reactions. */
export function MessageBody({ message, ...rest }: MessageBodyProps) {
  return <Rich text={wordsOf(message)} blocks={message.blocks} {...rest} />;
}
