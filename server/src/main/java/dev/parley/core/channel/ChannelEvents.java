package dev.parley.core.channel;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes what happened to channels as such: made, on the workspace's stream; changed, on the
/// channel's own.
public final class ChannelEvents implements EventEncoder {
  private final ConversationReader conversations;

  public ChannelEvents(ConversationReader conversations) {
    this.conversations = conversations;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.CHANNEL_CREATED, EventType.CHANNEL_CHANGED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    return events.stream().map(event -> encode(handle, stream, event)).toList();
  }

  private Publication encode(Handle handle, StreamKey stream, StoredEvent event) {
    boolean own = event.type() == EventType.CHANNEL_CHANGED;
    ChannelId id = own ? new ChannelId(stream.stream()) : event.subjectChannel();
    UserId viewer = event.actorId();
    Optional<ChannelView> channel =
        conversations.channel(handle, new WorkspaceId(stream.workspace()), viewer, id);
    long offset = event.offset();
    return channel
        .filter(view -> own || !view.isPrivate())
        .map(
            view ->
                own
                    ? EventPublications.channelChanged(offset, view)
                    : EventPublications.channelCreated(
                        offset,
                        id,
                        view.name() == null ? "" : view.name(),
                        view.creator(),
                        view.created()))
        .orElseGet(() -> EventPublications.nothing(offset));
  }
}
