import { useEffect, useRef } from 'react';
import { useWorkspace, useWorkspaceState } from '../../../app/context';
import type { TextId } from '../../../i18n/en';
import { useTypeAnywhere } from '../../../keys/useTypeAnywhere';
import { postingBar } from '../../../models/posting';
import { isDirect } from '../../../models/sidebar';
import type { Conversation, Ts } from '../../../protocol/generated';
import { Composer } from '../../composer/Composer/Composer';
import { MessageList, type MessagesHandle } from '../../messages/MessageList/MessageList';
import type { ViewBook } from '../../messages/MessageList/view';
import { focusComposer } from '../../messages/MessageList/useEditing';
import { useTitleOf } from '../../names';
import { Banner } from '../Banner/Banner';
import { Header } from '../Header/Header';
import { useAnnouncements } from './useAnnouncements';
import styles from './ConversationPane.module.css';

interface ConversationPaneProps {
  conversation: Conversation;
  jump: Ts | undefined;
  views: ViewBook;
}

export function ConversationPane({ conversation, jump, views }: ConversationPaneProps) {
  const workspace = useWorkspace();
  const name = useTitleOf()(conversation);
  const list = useRef<MessagesHandle>(null);
  const { id } = conversation;
  useAnnouncements(id);
  useTypeAnywhere(focusComposer);

  useEffect(() => {
    workspace.show(id);
    workspace.status.setState({ departed: undefined });
    return () => workspace.show(undefined);
  }, [id, workspace]);

  return (
    <main className={styles.pane}>
      <Header conversation={conversation} name={name} />
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
}

/** Why nobody, or not this person, can post here. */
function useClosed(conversation: Conversation): TextId | undefined {
  const self = useWorkspaceState((state) => state.people[state.self]);
  if (conversation.is_archived) return 'composer.archived';
  const bar = postingBar(conversation, self);
  return bar === undefined ? undefined : `composer.closed.${bar}`;
}
