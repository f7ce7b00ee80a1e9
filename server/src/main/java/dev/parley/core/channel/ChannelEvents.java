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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    WorkspaceId workspace = new WorkspaceId(stream.workspace());
    Map<ChannelId, Optional<ChannelView>> channels = new HashMap<>();
    return events.stream()
        .map(
            event -> {
              ChannelId id =
                  stream.isChannel() ? new ChannelId(stream.stream()) : event.subjectChannel();
              Optional<ChannelView> view =
                  channels.computeIfAbsent(
                      id, _ -> conversations.channel(handle, workspace, event.actorId(), id));
              return view.filter(seen -> stream.isChannel() || !seen.isPrivate())
                  .map(seen -> encode(event, seen))
                  .orElseGet(() -> EventPublications.nothing(event.offset()));
            })
        .toList();
  }

  private static Publication encode(StoredEvent event, ChannelView view) {
    long offset = event.offset();
    String name = view.name() == null ? "" : view.name();
    return switch (event.type()) {
      case CHANNEL_CHANGED -> EventPublications.channelChanged(offset, view.seenByMember());
      case CHANNEL_CREATED ->
          EventPublications.channelCreated(offset, view.id(), name, view.creator(), view.created());
      default -> EventPublications.publicChannelChanged(offset, view.id(), name, view.isArchived());
    };
  }
}
