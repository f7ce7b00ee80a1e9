package dev.parley.core.channel;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes what happened to channels as such: for their members on the channel's stream, for
/// everybody on the workspace's.
public final class ChannelEvents implements EventEncoder {
  private final ConversationReader conversations;

  public ChannelEvents(ConversationReader conversations) {
    this.conversations = conversations;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.CHANNEL_CREATED, EventType.CHANNEL_CHANGED, EventType.PUBLIC_CHANNEL_CHANGED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    return events.stream().map(event -> encode(handle, stream, event)).toList();
  }

  private Publication encode(Handle handle, StreamKey stream, StoredEvent event) {
    long offset = event.offset();
    ChannelView view =
        conversations
            .channel(
                handle,
                new WorkspaceId(stream.workspace()),
                event.actorId(),
                stream.isChannel() ? new ChannelId(stream.stream()) : event.subjectChannel())
            .orElse(null);
    if (view == null || (!stream.isChannel() && view.isPrivate())) {
      return EventPublications.nothing(offset);
    }
    String name = view.name() == null ? "" : view.name();
    return switch (event.type()) {
      case CHANNEL_CHANGED -> EventPublications.channelChanged(offset, view.seenByMember());
      case CHANNEL_CREATED ->
          EventPublications.channelCreated(offset, view.id(), name, view.creator(), view.created());
      default -> EventPublications.publicChannelChanged(offset, view.id(), name, view.isArchived());
    };
  }
}
