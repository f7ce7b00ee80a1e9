package dev.parley.core.thread;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ThreadMarkerView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes how a person stands in threads: each event carries the state as it is now.
public final class ThreadEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.THREAD_MARKED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    WorkspaceId workspace = new WorkspaceId(stream.workspace());
    UserId user = new UserId(stream.stream());
    Map<ThreadKey, ThreadMarkerView> markers = new HashMap<>();
    List<ThreadKey> wanted =
        events.stream().map(event -> key(workspace, event)).distinct().toList();
    for (ThreadMarkerView marker : ThreadReader.some(handle, workspace, user, wanted)) {
      markers.put(new ThreadKey(workspace, marker.channel(), marker.root()), marker);
    }
    return events.stream()
        .map(
            event -> {
              ThreadMarkerView marker = markers.get(key(workspace, event));
              return marker == null
                  ? EventPublications.nothing(event.offset())
                  : marked(event.offset(), marker);
            })
        .toList();
  }

  private static ThreadKey key(WorkspaceId workspace, StoredEvent event) {
    return new ThreadKey(workspace, event.subjectChannel(), event.messageTs());
  }

  static Publication marked(long offset, ThreadMarkerView marker) {
    return EventPublications.of(offset, EventType.THREAD_MARKED, marker);
  }
}
