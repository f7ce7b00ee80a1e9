package dev.parley.core.reaction;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ReactionEventView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Encodes reactions: whichever of the two an event was, it tells how that reaction stands now.
public final class ReactionEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.REACTION_ADDED, EventType.REACTION_REMOVED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    ChannelId channel = new ChannelId(stream.stream());
    Set<MessageTs> wanted =
        events.stream().map(StoredEvent::messageTs).collect(Collectors.toUnmodifiableSet());
    Map<Long, ReactionReader.Row> rows = new HashMap<>();
    for (ReactionReader.Row row :
        ReactionReader.rows(handle, new WorkspaceId(stream.workspace()), channel, wanted)) {
      rows.put(row.id(), row);
    }
    return events.stream().map(event -> encode(event, channel, rows.get(event.number()))).toList();
  }

  private static Publication encode(
      StoredEvent event, ChannelId channel, ReactionReader.@Nullable Row row) {
    if (row == null) {
      return EventPublications.nothing(event.offset());
    }
    EventType type = row.isRemoved() ? EventType.REACTION_REMOVED : EventType.REACTION_ADDED;
    return EventPublications.of(
        event.offset(),
        type,
        new ReactionEventView(channel, row.ts(), row.user(), row.name(), event.subjectUser()));
  }
}
