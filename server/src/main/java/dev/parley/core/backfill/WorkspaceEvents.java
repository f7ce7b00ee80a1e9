package dev.parley.core.backfill;

import dev.parley.core.channel.ConversationReader;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.fanout.Publication;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.JsonView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Makes the published form of a workspace's stored events: people and public channels.
final class WorkspaceEvents {
  private final Handle handle;
  private final WorkspaceId workspace;
  private final ConversationReader conversations;
  private final UserEvents users;

  WorkspaceEvents(
      Handle handle, WorkspaceId workspace, ConversationReader conversations, UserEvents users) {
    this.handle = handle;
    this.workspace = workspace;
    this.conversations = conversations;
    this.users = users;
  }

  List<Publication> encode(List<StoredEvent> events) {
    Set<UserId> wanted = new HashSet<>();
    for (StoredEvent event : events) {
      if (event.type() == EventType.USER_JOINED || event.type() == EventType.USER_CHANGED) {
        wanted.add(event.subjectUser());
      }
    }
    Map<UserId, ? extends JsonView> people =
        wanted.isEmpty() ? Map.of() : users.users(handle, workspace, wanted);
    return events.stream().map(event -> encode(event, people)).toList();
  }

  private Publication encode(StoredEvent event, Map<UserId, ? extends JsonView> people) {
    long offset = event.offset();
    return switch (event.type()) {
      case USER_JOINED, USER_CHANGED -> {
        JsonView user = people.get(event.subjectUser());
        yield user == null
            ? EventPublications.nothing(offset)
            : EventPublications.user(offset, event.type(), user);
      }
      case CHANNEL_CREATED ->
          conversations
              .channel(handle, workspace, event.actorId(), event.subjectChannel())
              .filter(channel -> !channel.isPrivate())
              .map(channel -> created(offset, channel))
              .orElseGet(() -> EventPublications.nothing(offset));
      case MESSAGE,
          MESSAGE_CHANGED,
          MESSAGE_DELETED,
          MEMBER_JOINED_CHANNEL,
          MEMBER_LEFT_CHANNEL,
          CHANNEL_CHANGED,
          CHANNEL_JOINED,
          CHANNEL_LEFT,
          CHANNEL_MARKED,
          MENTION_ADDED,
          MENTION_REMOVED ->
          EventPublications.nothing(offset);
    };
  }

  private static Publication created(long offset, ChannelView channel) {
    String name = channel.name() == null ? "" : channel.name();
    return EventPublications.channelCreated(
        offset, channel.id(), name, channel.creator(), channel.created());
  }
}
