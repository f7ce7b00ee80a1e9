package dev.parley.core.membership;

import dev.parley.core.event.Effect;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines in a channel's history that tell of comings and goings; they have no number and so
/// make nothing unread. Belongs to the commit loop's thread.
final class ChannelLines {
  private static final String INSERT =
      """
      insert into message (workspace_id, channel_id, ts, user_id, subtype, related_user)
      select w, c, ts, u, s, nullif(r, 0)
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::smallint[],
                    ?::bigint[]) as i(w, c, ts, u, s, r)
      """;

  private final Batch batch;
  private final List<MessageView> lines = new ArrayList<>();

  ChannelLines(Batch batch) {
    this.batch = batch;
  }

  /// Adds a line and its event.
  void add(
      Head head,
      ChannelId channel,
      UserId user,
      MessageView.Subtype subtype,
      @Nullable UserId related) {
    MessageView line =
        MessageView.line(
            head.stream().workspaceId(),
            channel,
            head.nextTs(batch.nowMicros()),
            user,
            subtype,
            related);
    lines.add(line);
    EventFact fact =
        new EventFact(EventType.MESSAGE.number(), user.value(), line.ts().micros(), 0, 0);
    var _ =
        batch.append(head, fact, offset -> EventPublications.message(offset, line, Effect.NONE));
  }

  void write() throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT)) {
      statement.setArray(
          1, batch.bigints(lines.stream().mapToLong(l -> l.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(lines.stream().mapToLong(l -> l.channel().value()).toArray()));
      statement.setArray(
          3, batch.bigints(lines.stream().mapToLong(l -> l.ts().micros()).toArray()));
      statement.setArray(
          4, batch.bigints(lines.stream().mapToLong(l -> l.user().value()).toArray()));
      statement.setArray(
          5, batch.array("int2", lines.stream().map(l -> l.subtype().number()).toArray()));
      statement.setArray(
          6,
          batch.bigints(
              lines.stream()
                  .mapToLong(l -> l.related() == null ? 0 : l.related().value())
                  .toArray()));
      statement.execute();
    }
  }
}
