package dev.parley.core.star;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.StarEventView;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes what people save as it happened: it holds no text, and a later event says what became of
/// it.
public final class StarEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.STAR_ADDED, EventType.STAR_REMOVED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    return events.stream()
        .map(
            event ->
                EventPublications.of(
                    event.offset(),
                    event.type(),
                    new StarEventView(event.subjectChannel(), event.messageTs(), event.number())))
        .toList();
  }
}
