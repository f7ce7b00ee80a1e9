package dev.parley.core.pin;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads pins within a tenant transaction, for whoever has made sure that the reader may see the
/// channel.
public final class PinReader {
  static final String SELECT_PINNED =
      """
      select ts, pinned_by, pinned_at from message
       where workspace_id = :workspace and channel_id = :channel and pinned_at is not null
       order by pinned_at desc, ts desc
      """;

  private PinReader() {}

  /// A message that is pinned to its channel.
  ///
  /// @param by who pinned it
  public record Pinned(MessageTs ts, UserId by, Instant at) {}

  /// What is pinned to a channel, by the newest pin.
  public static List<Pinned> of(Handle handle, WorkspaceId workspace, ChannelId channel) {
    return handle
        .createQuery(SELECT_PINNED)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .map(
            (row, _) ->
                new Pinned(
                    new MessageTs(row.getLong(1)),
                    new UserId(row.getLong(2)),
                    row.getTimestamp(3).toInstant()))
        .list();
  }
}
