package dev.parley.core.membership;

import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.util.List;

/// Commits what people do not want to be drawn to. Runs on commit threads.
public final class MuteKind extends SingleKind<Mute, Boolean> {
  private static final String SET =
      """
      update membership m set muted = ?
        from membership old
       where m.workspace_id = ? and m.channel_id = ? and m.user_id = ?
         and old.workspace_id = m.workspace_id and old.channel_id = m.channel_id
         and old.user_id = m.user_id
      returning old.muted
      """;

  public MuteKind() {
    super(Mute.class);
  }

  @Override
  protected Boolean apply(Batch batch, Mute change) throws SQLException {
    List<Boolean> before =
        batch.query(
            SET,
            row -> row.getBoolean(1),
            change.isMuted(),
            change.workspace().value(),
            change.channel().value(),
            change.user().value());
    if (before.isEmpty()) {
      throw new Refusal("not_in_channel");
    }
    if (before.getFirst() == change.isMuted()) {
      return false;
    }
    EventFact fact =
        new EventFact(
            EventType.CHANNEL_MUTED.number(),
            change.user().value(),
            0,
            change.channel().value(),
            0);
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace(), change.user())),
            fact,
            offset -> ChannelPublications.channelMuted(offset, change.channel(), change.isMuted()));
    return true;
  }
}
