package dev.parley.core.backfill;

import dev.parley.core.event.EventEncoders;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.EventSource;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/// The event source that reads the database. Everything one call returns was true at one instant.
/// Safe for many threads; blocks.
public final class BackfillReader implements EventSource {
  private final TenantDatabase database;
  private final EventEncoders encoders;
  private final LongSupplier epoch;

  public BackfillReader(TenantDatabase database, EventEncoders encoders, LongSupplier epoch) {
    this.database = database;
    this.encoders = encoders;
    this.epoch = epoch;
  }

  @Override
  public long epoch() {
    return epoch.getAsLong();
  }

  @Override
  public Map<StreamKey, Backfill> read(
      WorkspaceId workspace, Map<StreamKey, Long> after, int limit, int total) {
    return database.snapshot(workspace, handle -> read(handle, workspace, after, limit, total));
  }

  private Map<StreamKey, Backfill> read(
      Handle handle, WorkspaceId workspace, Map<StreamKey, Long> asked, int limit, int total) {
    EventStore store = new EventStore(handle, workspace);
    Map<StreamKey, Long> heads = store.heads(asked.keySet());
    Map<StreamKey, Long> after = withRoom(asked, heads, limit, total);
    Map<StreamKey, List<StoredEvent>> events = new HashMap<>();
    for (StoredEvent event : store.after(after, limit)) {
      events.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
    }
    Map<StreamKey, Backfill> result = new HashMap<>();
    after.forEach(
        (stream, offset) -> {
          List<StoredEvent> found = contiguous(events.getOrDefault(stream, List.of()), offset);
          long head = heads.getOrDefault(stream, 0L);
          boolean tooOld = head > offset && found.isEmpty();
          result.put(stream, new Backfill(encoders.encode(handle, stream, found), head, tooOld));
        });
    return result;
  }

  /// The streams, in the order asked, as long as there is room for their events.
  private static Map<StreamKey, Long> withRoom(
      Map<StreamKey, Long> asked, Map<StreamKey, Long> heads, int limit, int total) {
    Map<StreamKey, Long> fitting = new LinkedHashMap<>();
    long room = total;
    for (Map.Entry<StreamKey, Long> entry : asked.entrySet()) {
      long head = heads.getOrDefault(entry.getKey(), 0L);
      long events = Math.clamp(head - entry.getValue(), 0, limit);
      if (events <= room || fitting.isEmpty()) {
        fitting.put(entry.getKey(), entry.getValue());
        room -= events;
      }
    }
    return fitting;
  }

  /// The events up to the first one that is missing.
  private static List<StoredEvent> contiguous(List<StoredEvent> events, long after) {
    int count = 0;
    while (count < events.size() && events.get(count).offset() == after + 1 + count) {
      count++;
    }
    return events.subList(0, count);
  }

  @Override
  public Grants grants(WorkspaceId workspace, UserId user) {
    return database.snapshot(
        workspace,
        handle -> {
          EventStore store = new EventStore(handle, workspace);
          Set<Long> channels = new HashSet<>(store.streamsOf(user));
          List<StreamKey> streams = new ArrayList<>();
          streams.add(StreamKey.of(workspace, user));
          channels.forEach(channel -> streams.add(new StreamKey(workspace.value(), channel)));
          Map<StreamKey, Long> heads = store.heads(streams);
          streams.forEach(stream -> heads.putIfAbsent(stream, 0L));
          return new Grants(channels, heads);
        });
  }
}
