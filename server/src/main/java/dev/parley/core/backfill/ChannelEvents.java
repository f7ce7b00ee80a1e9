package dev.parley.core.backfill;

import dev.parley.core.channel.ConversationReader;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventPublications;
import dev.parley.core.message.MessageReader;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Makes the published form of a channel's stored events from what the channel's rows say now.
final class ChannelEvents {
  private final Handle handle;
  private final WorkspaceId workspace;
  private final ChannelId channel;
  private final MessageReader messages;
  private final ConversationReader conversations;

  ChannelEvents(
      Handle handle,
      WorkspaceId workspace,
      ChannelId channel,
      MessageReader messages,
      ConversationReader conversations) {
    this.handle = handle;
    this.workspace = workspace;
    this.channel = channel;
    this.messages = messages;
    this.conversations = conversations;
  }

  List<Publication> encode(List<StoredEvent> events) {
    Set<MessageTs> wanted = new HashSet<>();
    for (StoredEvent event : events) {
      if (event.ts() > 0) {
        wanted.add(event.messageTs());
      }
    }
    Map<MessageTs, MessageView> present =
        wanted.isEmpty() ? Map.of() : messages.some(handle, workspace, channel, wanted);
    Map<MessageTs, Integer> numbers =
        wanted.isEmpty() ? Map.of() : messages.numbers(handle, workspace, channel, wanted);
    return events.stream().map(event -> encode(event, present, numbers)).toList();
  }

  private Publication encode(
      StoredEvent event, Map<MessageTs, MessageView> present, Map<MessageTs, Integer> numbers) {
    long offset = event.offset();
    return switch (event.type()) {
      case MESSAGE -> {
        MessageView message = present.get(event.messageTs());
        Effect effect = effectOf(event);
        yield message == null || message.revision() > 0
            ? EventPublications.superseded(
                offset,
                channel,
                event.messageTs(),
                numbers.getOrDefault(event.messageTs(), 0),
                effect)
            : EventPublications.message(offset, message, effect);
      }
      case MESSAGE_CHANGED -> {
        MessageView message = present.get(event.messageTs());
        Effect effect = Effect.ofSubject(event.subject());
        yield message == null || message.revision() > event.number()
            ? EventPublications.superseded(offset, channel, event.messageTs(), 0, effect)
            : EventPublications.messageChanged(offset, message, effect);
      }
      case MESSAGE_DELETED ->
          EventPublications.messageDeleted(
              offset,
              channel,
              event.messageTs(),
              event.actorId(),
              (int) event.number(),
              Effect.ofSubject(event.subject()));
      case MEMBER_JOINED_CHANNEL -> {
        UserId inviter = event.actor() == event.subject() ? null : event.actorId();
        yield EventPublications.memberJoined(offset, channel, event.subjectUser(), inviter);
      }
      case MEMBER_LEFT_CHANNEL -> {
        UserId actor = event.actor() == event.subject() ? null : event.actorId();
        yield EventPublications.memberLeft(offset, channel, event.subjectUser(), actor);
      }
      case CHANNEL_CHANGED ->
          conversations
              .channel(handle, workspace, event.actorId(), channel)
              .map(view -> EventPublications.channelChanged(offset, view))
              .orElseGet(() -> EventPublications.nothing(offset));
      case CHANNEL_JOINED,
          CHANNEL_LEFT,
          CHANNEL_MARKED,
          MENTION_ADDED,
          MENTION_REMOVED,
          USER_JOINED,
          USER_CHANGED,
          CHANNEL_CREATED ->
          EventPublications.nothing(offset);
    };
  }

  /// A stored post keeps its author's marker's version plus one.
  private static Effect effectOf(StoredEvent post) {
    Effect effect = Effect.ofSubject(post.subject());
    return post.number() == 0 ? effect : effect.readBy(post.actorId(), (int) post.number() - 1);
  }
}
