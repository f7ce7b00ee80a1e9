package dev.parley.core.dnd;

import dev.parley.core.dnd.DndReader.Stored;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DndView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes when people are not to be disturbed: each event carries how it stands now.
public final class DndEvents implements EventEncoder {
  private final DndReader reader;

  public DndEvents(WorkspaceKeys keys) {
    this.reader = new DndReader(keys);
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.DND_UPDATED, EventType.DND_UPDATED_USER);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    Set<UserId> wanted =
        events.stream().map(StoredEvent::subjectUser).collect(Collectors.toUnmodifiableSet());
    Map<UserId, Stored> found = new HashMap<>();
    for (Stored stored : reader.some(handle, new WorkspaceId(stream.workspace()), wanted)) {
      found.put(stored.user(), stored);
    }
    return events.stream().map(event -> encode(event, found)).toList();
  }

  private static Publication encode(StoredEvent event, Map<UserId, Stored> found) {
    Stored stored = found.get(event.subjectUser());
    if (stored == null) {
      return EventPublications.nothing(event.offset());
    }
    DndView view = event.type() == EventType.DND_UPDATED ? stored.own() : stored.shown();
    return event(event.offset(), event.type(), stored.user(), view);
  }

  /// @param type [EventType#DND_UPDATED] or [EventType#DND_UPDATED_USER]
  public static Publication event(long offset, EventType type, UserId user, DndView view) {
    return EventPublications.of(
        offset,
        type,
        json -> {
          json.writeStringField("user", user.toString());
          json.writeFieldName("dnd_status");
          view.write(json);
        });
  }
}
