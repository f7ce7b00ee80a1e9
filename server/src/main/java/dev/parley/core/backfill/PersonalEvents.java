package dev.parley.core.backfill;

import dev.parley.core.channel.ConversationReader;
import dev.parley.core.event.EventPublications;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ConversationView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Makes the published form of a person's stored events: each carries the conversation's state as
/// it is now, so that applying them in order ends at the present.
final class PersonalEvents {
  private final Handle handle;
  private final WorkspaceId workspace;
  private final UserId user;
  private final ConversationReader conversations;

  PersonalEvents(
      Handle handle, WorkspaceId workspace, UserId user, ConversationReader conversations) {
    this.handle = handle;
    this.workspace = workspace;
    this.user = user;
    this.conversations = conversations;
  }

  List<Publication> encode(List<StoredEvent> events) {
    Set<ChannelId> wanted = new HashSet<>();
    for (StoredEvent event : events) {
      if (event.subject() > 0) {
        wanted.add(event.subjectChannel());
      }
    }
    Map<ChannelId, ConversationView> mine = new HashMap<>();
    for (ConversationView view : conversations.mine(handle, workspace, user, wanted)) {
      mine.put(view.channel().id(), view);
    }
    return events.stream().map(event -> encode(event, mine)).toList();
  }

  private static Publication encode(StoredEvent event, Map<ChannelId, ConversationView> mine) {
    long offset = event.offset();
    ConversationView view = mine.get(event.subjectChannel());
    return switch (event.type()) {
      case CHANNEL_JOINED ->
          view == null
              ? EventPublications.channelLeft(offset, event.subjectChannel())
              : EventPublications.channelJoined(offset, view);
      case CHANNEL_LEFT ->
          view == null
              ? EventPublications.channelLeft(offset, event.subjectChannel())
              : EventPublications.channelJoined(offset, view);
      case CHANNEL_MARKED ->
          view == null
              ? EventPublications.nothing(offset)
              : EventPublications.channelMarked(offset, view.marker());
      case MENTION_ADDED, MENTION_REMOVED ->
          view == null
              ? EventPublications.nothing(offset)
              : EventPublications.mention(offset, event.type(), event.messageTs(), view.marker());
      case MESSAGE,
          MESSAGE_CHANGED,
          MESSAGE_DELETED,
          MEMBER_JOINED_CHANNEL,
          MEMBER_LEFT_CHANNEL,
          CHANNEL_CHANGED,
          USER_JOINED,
          USER_CHANGED,
          CHANNEL_CREATED ->
          EventPublications.nothing(offset);
    };
  }
}
