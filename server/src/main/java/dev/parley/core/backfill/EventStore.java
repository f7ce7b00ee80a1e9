package dev.parley.core.backfill;

import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The SQL that reads events and heads. Every call is within a tenant transaction.
final class EventStore {
  static final String SELECT_AFTER =
      """
      select e.stream_id, e.event_offset, e.type, e.actor_id, e.message_ts, e.subject_id, e.number
        from unnest(:streams, :offsets) as k(stream_id, after)
       cross join lateral (
         select * from event e
          where e.workspace_id = :workspace and e.stream_id = k.stream_id
            and e.event_offset > k.after
          order by e.event_offset limit :limit) e
       order by e.stream_id, e.event_offset
      """;

  static final String SELECT_HEADS =
      """
      select stream_id, head_offset from stream_head
       where workspace_id = :workspace and stream_id = any(:streams)
      """;

  static final String SELECT_STREAMS_OF =
      """
      select channel_id from membership where workspace_id = :workspace and user_id = :user
      union all
      select workspace_id from user_account
       where workspace_id = :workspace and id = :user and role <> 5
      """;

  private final Handle handle;
  private final WorkspaceId workspace;

  EventStore(Handle handle, WorkspaceId workspace) {
    this.handle = handle;
    this.workspace = workspace;
  }

  /// Events after given offsets, by stream in offset order.
  List<StoredEvent> after(Map<StreamKey, Long> after, int limit) {
    List<Map.Entry<StreamKey, Long>> entries = List.copyOf(after.entrySet());
    return handle
        .createQuery(SELECT_AFTER)
        .bind("workspace", workspace.value())
        .bindArray("streams", Long.class, entries.stream().map(e -> e.getKey().stream()).toArray())
        .bindArray("offsets", Long.class, entries.stream().map(Map.Entry::getValue).toArray())
        .bind("limit", limit)
        .map(
            (row, _) ->
                new StoredEvent(
                    new StreamKey(workspace.value(), row.getLong(1)),
                    row.getLong(2),
                    EventType.ofNumber(row.getShort(3)),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)))
        .list();
  }

  /// The newest offsets of those of some streams that exist.
  Map<StreamKey, Long> heads(Collection<StreamKey> streams) {
    Map<StreamKey, Long> heads = new HashMap<>();
    handle
        .createQuery(SELECT_HEADS)
        .bind("workspace", workspace.value())
        .bindArray("streams", Long.class, streams.stream().map(StreamKey::stream).toArray())
        .map(
            (row, _) -> Map.entry(new StreamKey(workspace.value(), row.getLong(1)), row.getLong(2)))
        .forEach(entry -> heads.put(entry.getKey(), entry.getValue()));
    return heads;
  }

  /// The numbers of the channels that somebody is in, and of the workspace unless they are a guest.
  List<Long> streamsOf(UserId user) {
    return handle
        .createQuery(SELECT_STREAMS_OF)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .mapTo(Long.class)
        .list();
  }
}
