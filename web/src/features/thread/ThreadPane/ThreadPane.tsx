import { Bell, BellOff } from 'lucide-react';
import { useRef } from 'react';
import { Link } from '../../../ui/Link/Link';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import '../../../i18n/enThreadPane';
import { useSay } from '../../../i18n/Texts';
import { formatAddress } from '../../../models/address';
import { isDirect } from '../../../models/sidebar';
import type { Conversation, Ts } from '../../../protocol/generated';
import { shownThread } from '../../../store/followed';
import { placeOf } from '../../../store/places';
import { IconButton } from '../../../ui/Button/Button';
import { NotThere } from '../../../ui/Pane/NotThere';
import { Pane } from '../../../ui/Pane/Pane';
import { Composer } from '../../composer/Composer/Composer';
import { useClosed } from '../../conversation/useClosed';
import type { ListHandle } from '../../messages/MessageList/ListBody';
import type { ViewBook } from '../../messages/MessageList/view';
import { useTitleOf } from '../../names';
import { ThreadList } from '../ThreadList/ThreadList';
import { useGone } from './useGone';
import styles from './ThreadPane.module.css';

interface ThreadPaneProps {
  conversation: Conversation;
  thread: Ts;
  reply: Ts | undefined;
  views: ViewBook;
}

/** A thread beside its conversation: replies are read, written and followed here. */
export function ThreadPane({ conversation, thread, reply, views }: ThreadPaneProps) {
  const say = useSay();
  const workspace = useWorkspace();
  const list = useRef<ListHandle>(null);
  const name = useTitleOf()(conversation);
  const direct = isDirect(conversation);
  const { id } = conversation;
  const slug = workspace.parts.team.domain;
  const root = formatAddress({ view: 'conversation', slug, channel: id, ts: thread });
  const gone = useGone(id, thread);
  const closed = useClosed(conversation, true);
  const home = formatAddress({ view: 'conversation', slug, channel: id, ts: undefined });
  const shown = direct ? name : say('thread.channel', { name });
  return (
    <Pane
      title={say('thread.title')}
      note={
        <Link href={gone ? home : root} className={styles.where}>
          <bdi>{shown}</bdi>
        </Link>
      }
      actions={!gone && <Follow channel={id} thread={thread} />}
    >
      <NotThere text={gone ? say('thread.gone') : undefined} />
      {!gone && (
        <>
          <ThreadList
            key={`${thread}/${reply ?? ''}`}
            ref={list}
            channel={id}
            thread={thread}
            reply={reply}
            label={say('thread.label', { name: shown })}
            views={views}
          />
          <Composer
            channel={id}
            thread={thread}
            name={name}
            direct={direct}
            closed={closed}
            onSent={() => list.current?.goLive()}
            onEditLast={() => list.current?.editLast()}
            onEscape={() => undefined}
          />
        </>
      )}
    </Pane>
  );
}

function Follow({ channel, thread }: { channel: string; thread: Ts }) {
  const say = useSay();
  const workspace = useWorkspace();
  const ops = useWorkspaceState((state) => state.ops);
  const held = useWorkspaceState((state) => state.threads[placeOf(channel, thread)]?.marker);
  const asked = ops.findLast(
    (op) => op.kind === 'follow' && op.channel === channel && op.ts === thread,
  );
  const told = held === undefined ? false : shownThread(held, ops).following;
  const following = asked?.kind === 'follow' ? asked.on : told;
  return (
    <IconButton
      label={say(following ? 'thread.unfollow' : 'thread.follow')}
      aria-pressed={following}
      onClick={() => void workspace.actions.threads.follow(channel, thread, !following)}
    >
      {following ? (
        <Bell size={16} strokeWidth={1.75} className={styles.following} />
      ) : (
        <BellOff size={16} strokeWidth={1.75} />
      )}
    </IconButton>
  );
}
