package dev.parley.core.channel;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.MessageView.Subtype;
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
        EventType.CHANNEL_CREATED,
        EventType.CHANNEL_CHANGED,
        EventType.PUBLIC_CHANNEL_CHANGED,
        EventType.PUBLIC_CHANNEL_GONE);
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
              return view.map(seen -> encode(stream, event, seen))
                  .orElseGet(() -> EventPublications.nothing(event.offset()));
            })
        .toList();
  }

  /// The workspace's stream tells of a channel as it is now: of one that is private by now, that it
  /// is gone, and nothing of what came before.
  private static Publication encode(StreamKey stream, StoredEvent event, ChannelView view) {
    long offset = event.offset();
    if (stream.isChannel()) {
      return ChannelPublications.channelChanged(offset, view.seenByMember());
    }
    String name = view.name() == null ? "" : view.name();
    if (view.isPrivate()) {
      return event.type() == EventType.PUBLIC_CHANNEL_GONE
          ? ChannelPublications.publicChannelGone(offset, view.id())
          : EventPublications.nothing(offset);
    }
    return event.type() == EventType.CHANNEL_CREATED
        ? ChannelPublications.channelCreated(
            offset, view.id(), name, view.creator(), view.created())
        : ChannelPublications.publicChannelChanged(
            offset, view, Subtype.ofNumber((short) event.number()), event.actorId());
  }
}
