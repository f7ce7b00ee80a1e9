import type { Message } from '../../protocol/generated';
import type { RowActions } from './MessageRow/MessageRow';

interface ThreadWay {
  label: 'menu.reply' | 'menu.thread';
  open: () => void;
}

/** The way into the thread of a message: to write in it, or to read it if there is something. */
export function threadWay(message: Message, actions: RowActions): ThreadWay | undefined {
  const { reply, thread } = actions;
  if (reply !== undefined) return { label: 'menu.reply', open: () => reply(message) };
  const { ts, thread_ts: root = ts, reply_count: replies = 0 } = message;
  if (root === ts && replies === 0) return undefined;
  return { label: 'menu.thread', open: () => thread(root) };
}
