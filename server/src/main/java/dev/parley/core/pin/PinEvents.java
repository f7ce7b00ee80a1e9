package dev.parley.core.pin;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.PinEventView;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Encodes pins as they were made: they hold no text, and a later event says what became of them.
public final class PinEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.PIN_ADDED, EventType.PIN_REMOVED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    ChannelId channel = new ChannelId(stream.stream());
    return events.stream()
        .map(
            event ->
                EventPublications.of(
                    event.offset(),
                    event.type(),
                    new PinEventView(
                        channel,
                        event.messageTs(),
                        event.actorId(),
                        event.subjectUser(),
                        event.number())))
        .toList();
  }
}
