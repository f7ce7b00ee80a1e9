package dev.parley.core.usergroup;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes changes of groups: each event carries the group as it is now.
public final class UsergroupEvents implements EventEncoder {
  private final UsergroupReader reader;

  public UsergroupEvents(WorkspaceKeys keys) {
    this.reader = new UsergroupReader(keys);
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.SUBTEAM_CREATED, EventType.SUBTEAM_UPDATED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    Set<UsergroupId> wanted =
        events.stream()
            .map(event -> new UsergroupId(event.subject()))
            .collect(Collectors.toUnmodifiableSet());
    Map<Long, UsergroupView> groups = new HashMap<>();
    for (UsergroupView group : reader.some(handle, new WorkspaceId(stream.workspace()), wanted)) {
      groups.put(group.id().value(), group);
    }
    return events.stream().map(event -> encode(event, groups)).toList();
  }

  private static Publication encode(StoredEvent event, Map<Long, UsergroupView> groups) {
    UsergroupView group = groups.get(event.subject());
    return group == null
        ? EventPublications.nothing(event.offset())
        : EventPublications.usergroup(event.offset(), event.type(), group);
  }
}
