package dev.parley.core.channel;

import dev.parley.core.channel.CloseDirect.Closed;
import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.util.List;

/// Commits that people put conversations away. What is closed is closed up to the newest message:
/// a newer one opens it without a further word. Runs on commit threads.
public final class CloseDirectKind extends SingleKind<CloseDirect, Closed> {
  /// What stands for a conversation that is not put away.
  private static final long OPEN = -1;

  private static final String FIND =
      """
      select coalesce(closed_ts, -1) from membership
       where workspace_id = ? and channel_id = ? and user_id = ?
      """;

  private static final String SET =
      """
      update membership set closed_ts = nullif(?, -1)
       where workspace_id = ? and channel_id = ? and user_id = ?
      """;

  public CloseDirectKind() {
    super(CloseDirect.class);
  }

  @Override
  protected Closed apply(Batch batch, CloseDirect change) throws SQLException {
    long workspace = change.workspace().value();
    long channel = change.channel().value();
    long user = change.user().value();
    List<Long> found = batch.query(FIND, row -> row.getLong(1), workspace, channel, user);
    if (found.isEmpty()) {
      throw new Refusal("channel_not_found");
    }
    long newest = batch.head(StreamKey.of(change.workspace(), change.channel())).lastTs();
    boolean wasClosed = found.getFirst() >= newest;
    if (wasClosed == change.isClosed()) {
      return new Closed(false);
    }
    batch.update(SET, change.isClosed() ? newest : OPEN, workspace, channel, user);
    EventType type = change.isClosed() ? EventType.CHANNEL_CLOSED : EventType.CHANNEL_OPENED;
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace(), change.user())),
            new EventFact(type.number(), user, 0, channel, 0),
            offset ->
                change.isClosed()
                    ? ChannelPublications.channelClosed(
                        offset, change.channel(), new MessageTs(newest))
                    : ChannelPublications.channelOpened(offset, change.channel()));
    return new Closed(true);
  }
}
