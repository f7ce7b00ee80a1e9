package dev.parley.core.channel;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ConversationView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Encodes what a person learns of the conversations they are in: each event carries the
/// conversation's state as it is now.
public final class ConversationEvents implements EventEncoder {
  private final ConversationReader conversations;

  public ConversationEvents(ConversationReader conversations) {
    this.conversations = conversations;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.CHANNEL_JOINED,
        EventType.CHANNEL_LEFT,
        EventType.CHANNEL_MARKED,
        EventType.CHANNEL_CLOSED,
        EventType.CHANNEL_OPENED,
        EventType.CHANNEL_MUTED,
        EventType.MENTION_ADDED,
        EventType.MENTION_REMOVED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    WorkspaceId workspace = new WorkspaceId(stream.workspace());
    UserId user = new UserId(stream.stream());
    Set<ChannelId> wanted =
        events.stream().map(StoredEvent::subjectChannel).collect(Collectors.toUnmodifiableSet());
    Map<ChannelId, ConversationView> mine = new HashMap<>();
    for (ConversationView view : conversations.mine(handle, workspace, user, wanted)) {
      mine.put(view.channel().id(), view);
    }
    return events.stream().map(event -> encode(event, user, mine)).toList();
  }

  private static Publication encode(
      StoredEvent event, UserId user, Map<ChannelId, ConversationView> mine) {
    long offset = event.offset();
    ConversationView view = mine.get(event.subjectChannel());
    return switch (event.type()) {
      case CHANNEL_JOINED, CHANNEL_LEFT ->
          view == null
              ? ChannelPublications.channelLeft(
                  offset, event.subjectChannel(), remover(event, user))
              : ChannelPublications.channelJoined(offset, view);
      case CHANNEL_MARKED ->
          view == null
              ? EventPublications.nothing(offset)
              : ChannelPublications.channelMarked(offset, view.marker());
      case CHANNEL_MUTED ->
          view == null
              ? EventPublications.nothing(offset)
              : ChannelPublications.channelMuted(offset, event.subjectChannel(), view.isMuted());
      case CHANNEL_CLOSED, CHANNEL_OPENED -> standing(offset, view);
      default ->
          view == null
              ? EventPublications.nothing(offset)
              : EventPublications.mention(
                  offset,
                  event.type(),
                  event.messageTs(),
                  new MessageTs(event.number()),
                  view.marker());
    };
  }

  /// Whether the conversation is put away now.
  private static Publication standing(long offset, @Nullable ConversationView view) {
    if (view == null) {
      return EventPublications.nothing(offset);
    }
    MessageTs closed = view.closedTs();
    return closed == null
        ? ChannelPublications.channelOpened(offset, view.channel().id())
        : ChannelPublications.channelClosed(offset, view.channel().id(), closed);
  }

  private static @Nullable UserId remover(StoredEvent event, UserId user) {
    boolean removed = event.type() == EventType.CHANNEL_LEFT && !event.actorId().equals(user);
    return removed ? event.actorId() : null;
  }
}
