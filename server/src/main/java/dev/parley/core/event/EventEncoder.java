package dev.parley.core.event;

import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Makes the published form of stored events of some types from what the rows they are about say
/// now, so that applying them in order ends at the present. Each noun has one. Safe for many
/// threads.
public interface EventEncoder {

  /// The types this encodes; no other encoder does.
  Set<EventType> types();

  /// Within a tenant transaction.
  ///
  /// @param stream the stream that all the events are of
  /// @param events events of this encoder's types, in the order of their offsets; not empty
  /// @return one publication for each, in order
  List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events);
}
