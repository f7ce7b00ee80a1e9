package dev.parley.core.teamprofile;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes that profiles have other fields: which ones there are now.
public final class TeamProfileEvents implements EventEncoder {
  private final TeamProfileReader reader;

  public TeamProfileEvents(WorkspaceKeys keys) {
    this.reader = new TeamProfileReader(keys);
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.TEAM_PROFILE_CHANGE);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    TeamProfile now = reader.of(handle, new WorkspaceId(stream.workspace()));
    return events.stream().map(event -> event(event.offset(), now)).toList();
  }

  /// The event, with the fields in their order.
  public static Publication event(long offset, TeamProfile profile) {
    return EventPublications.of(
        offset,
        EventType.TEAM_PROFILE_CHANGE,
        json -> {
          json.writeObjectFieldStart("profile");
          json.writeArrayFieldStart("fields");
          for (TeamField field : profile.fields()) {
            json.writeStartObject();
            json.writeStringField("id", field.id().toString());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
