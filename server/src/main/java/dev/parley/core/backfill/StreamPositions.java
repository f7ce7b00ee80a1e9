package dev.parley.core.backfill;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Reads where streams stand, within a tenant transaction; for snapshots that say from which offset
/// on events are to be applied.
public final class StreamPositions {

  private StreamPositions() {}

  /// The newest offset of each stream by its wire name.
  public static Map<String, Long> read(
      Handle handle, WorkspaceId workspace, Collection<StreamKey> streams) {
    Map<StreamKey, Long> heads = new EventStore(handle, workspace).heads(streams);
    Map<String, Long> positions = new LinkedHashMap<>();
    streams.forEach(stream -> positions.put(stream.name(), heads.getOrDefault(stream, 0L)));
    return positions;
  }
}
