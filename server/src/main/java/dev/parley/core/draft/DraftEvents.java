package dev.parley.core.draft;

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
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes drafts: each event carries the draft as it is now.
public final class DraftEvents implements EventEncoder {
  private final DraftReader reader;

  public DraftEvents(WorkspaceKeys keys) {
    this.reader = new DraftReader(keys);
  }

  private record Place(ChannelId channel, MessageTs thread) {}

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.DRAFT_CHANGED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    Set<ChannelId> channels =
        events.stream().map(StoredEvent::subjectChannel).collect(Collectors.toSet());
    Map<Place, DraftView> drafts = new HashMap<>();
    WorkspaceId workspace = new WorkspaceId(stream.workspace());
    for (DraftView draft : reader.some(handle, workspace, owner(events), channels)) {
      drafts.put(new Place(draft.channel(), draft.thread()), draft);
    }
    return events.stream()
        .map(
            event -> {
              DraftView now = drafts.get(new Place(event.subjectChannel(), event.messageTs()));
              return now == null
                  ? EventPublications.nothing(event.offset())
                  : EventPublications.of(event.offset(), event.type(), now);
            })
        .toList();
  }

  /// A person's stream holds their own drafts alone.
  private static UserId owner(List<StoredEvent> events) {
    return new UserId(events.getFirst().actor());
  }
}
