package dev.parley.core.event;

import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The encoders of all nouns. Safe for many threads.
public final class EventEncoders {
  private final Map<EventType, EventEncoder> byType = new EnumMap<>(EventType.class);

  /// @throws IllegalArgumentException unless each type has exactly one encoder
  public EventEncoders(List<EventEncoder> encoders) {
    for (EventEncoder encoder : encoders) {
      for (EventType type : encoder.types()) {
        if (byType.put(type, encoder) != null) {
          throw new IllegalArgumentException("two encoders of " + type);
        }
      }
    }
    for (EventType type : EventType.values()) {
      if (!byType.containsKey(type)) {
        throw new IllegalArgumentException("no encoder of " + type);
      }
    }
  }

  /// The published form of a stream's events, in order. Within a tenant transaction.
  ///
  /// @param events events without a gap
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    Map<EventEncoder, List<StoredEvent>> groups = new LinkedHashMap<>();
    for (StoredEvent event : events) {
      EventEncoder encoder = byType.get(event.type());
      groups.computeIfAbsent(encoder, _ -> new ArrayList<>()).add(event);
    }
    Publication[] encoded = new Publication[events.size()];
    long first = events.getFirst().offset();
    groups.forEach(
        (encoder, group) -> {
          for (Publication publication : encoder.encode(handle, stream, group)) {
            encoded[(int) (publication.offset() - first)] = publication;
          }
        });
    return List.of(encoded);
  }
}
