package dev.parley.core.user;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes who joined the workspace and whose account changed.
public final class UserEvents implements EventEncoder {
  private final UserStore store;

  public UserEvents(WorkspaceKeys keys) {
    this.store = new UserStore(keys);
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.USER_JOINED, EventType.USER_CHANGED, EventType.ROLE_CHANGED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    Set<UserId> wanted =
        events.stream().map(StoredEvent::subjectUser).collect(Collectors.toUnmodifiableSet());
    Map<UserId, UserView> people = new HashMap<>();
    for (UserView user : store.byIds(new WorkspaceId(stream.workspace()), handle, wanted)) {
      people.put(user.id(), user.withoutEmail());
    }
    return events.stream().map(event -> encode(event, people)).toList();
  }

  private static Publication encode(StoredEvent event, Map<UserId, UserView> people) {
    UserView user = people.get(event.subjectUser());
    if (user == null) {
      return EventPublications.nothing(event.offset());
    }
    return event.type() == EventType.ROLE_CHANGED
        ? EventPublications.roleChanged(event.offset(), user, event.number())
        : EventPublications.user(event.offset(), event.type(), user);
  }
}
