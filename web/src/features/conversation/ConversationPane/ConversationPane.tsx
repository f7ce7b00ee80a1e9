import { memo, Suspense, useEffect, useRef } from 'react';
import { laterPart } from '../../../app/parts';
import { useWorkspace } from '../../../app/context';
import { useTypeAnywhere } from '../../../keys/useTypeAnywhere';
import { isDirect } from '../../../models/sidebar';
import type { Conversation, Ts } from '../../../protocol/generated';
import { Composer } from '../../composer/Composer/Composer';
import { MessageList, type MessagesHandle } from '../../messages/MessageList/MessageList';
import type { ViewBook } from '../../messages/MessageList/view';
import { focusComposer } from '../../messages/MessageList/useEditing';
import { useTitleOf } from '../../names';
import { Banner } from '../Banner/Banner';
import { Header } from '../Header/Header';
import { useClosed } from '../useClosed';
import { useAnnouncements } from './useAnnouncements';
import styles from './ConversationPane.module.css';

const Bookmarks = laterPart(
  async () => (await import('../../bookmarks/Bookmarks/Bookmarks')).Bookmarks,
);

interface ConversationPaneProps {
  conversation: Conversation;
  jump: Ts | undefined;
  views: ViewBook;
}

const focusMain = () => focusComposer(null);

/** What opens above it is no reason to draw it anew. */
export const ConversationPane = memo(function ConversationPane(props: ConversationPaneProps) {
  const { conversation, jump, views } = props;
  const workspace = useWorkspace();
  const name = useTitleOf()(conversation);
  const list = useRef<MessagesHandle>(null);
  const { id } = conversation;
  useAnnouncements(id);
  useTypeAnywhere(focusMain);

  useEffect(() => {
    workspace.show(id);
    const release = workspace.memory.hold([id]);
    workspace.status.setState({ departed: undefined });
    return () => {
      release();
      workspace.show(undefined);
    };
  }, [id, workspace]);

  return (
    <main className={styles.pane} data-composes>
      <Header conversation={conversation} name={name} />
      <Suspense>
        <Bookmarks conversation={conversation} />
      </Suspense>
      <Banner />
      <MessageList
        key={`${id}/${jump ?? ''}`}
        ref={list}
        conversation={conversation}
        name={name}
        jump={jump}
        views={views}
      />
      <Composer
        channel={id}
        name={name}
        direct={isDirect(conversation)}
        closed={useClosed(conversation)}
        onSent={() => list.current?.goLive()}
        onEditLast={() => list.current?.editLast()}
        onEscape={() => list.current?.clearNew()}
      />
    </main>
  );
});
