import type { Message } from '../../protocol/generated';
import { AppBlocks } from '../AppBlocks/AppBlocks';
import { Attachment } from '../Attachment/Attachment';
import { isRich } from '../cache';
import type { Names } from '../plain';
import { Rich } from '../Rich/Rich';
import styles from './MessageBody.module.css';

interface MessageBodyProps {
  message: Message;
  names: Names;
  self: string;
  /** A remark that ends the last line, and what it says in full. */
  note?: string | undefined;
  noteTitle?: string | undefined;
}

/** All that a message shows between its author and its reactions. */
export function MessageBody({ message, note, noteTitle, ...readers }: MessageBodyProps) {
  const { text, blocks = [], attachments = [] } = message;
  const byApp = !isRich(blocks);
  const speaks = blocks.length > 0 || text.trim() !== '' || attachments.length === 0;
  if (!byApp && attachments.length === 0) {
    return <Rich text={text} blocks={blocks} note={note} noteTitle={noteTitle} {...readers} />;
  }
  return (
    <>
      {byApp && <AppBlocks blocks={blocks} {...readers} />}
      {!byApp && speaks && <Rich text={text} blocks={blocks} {...readers} />}
      {attachments.map((attachment, at) => (
        <Attachment key={at} attachment={attachment} {...readers} />
      ))}
      {note !== undefined && (
        <span aria-hidden="true" className={styles.note} title={noteTitle}>
          {note}
        </span>
      )}
    </>
  );
}
