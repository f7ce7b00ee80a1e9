package dev.parley.core.line;

import dev.parley.core.body.MessageBody;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageLines;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes such lines; they have no number and so make nothing unread. Belongs to one commit thread.
public final class ChannelLines {
  private static final String INSERT =
      """
      insert into message (workspace_id, channel_id, ts, user_id, subtype, related_user, body)
      select w, c, ts, u, s, nullif(r, 0), body
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::smallint[],
                    ?::bigint[], ?::bytea[]) as i(w, c, ts, u, s, r, body)
      """;

  private final Batch batch;
  private final List<MessageView> lines = new ArrayList<>();
  private final List<byte @Nullable []> bodies = new ArrayList<>();

  public ChannelLines(Batch batch) {
    this.batch = batch;
  }

  /// Adds a line that its subtype says everything about, and its event.
  ///
  /// @param related who else is meant, or null
  public void add(
      Head head,
      ChannelId channel,
      UserId user,
      MessageView.Subtype subtype,
      @Nullable UserId related) {
    MessageView line =
        MessageLines.of(
            head.stream().workspaceId(),
            channel,
            head.nextTs(batch.nowMicros(head.stream())),
            user,
            subtype,
            related);
    add(head, line, null);
  }

  /// Adds a line with a text of its own, and its event.
  public void addText(
      Head head,
      ChannelId channel,
      UserId user,
      MessageView.Subtype subtype,
      String text,
      Sealer sealer) {
    WorkspaceId workspace = head.stream().workspaceId();
    MessageTs ts = head.nextTs(batch.nowMicros(head.stream()));
    MessageContent content = MessageContent.text(text);
    MessageView line =
        new MessageView(
            workspace, channel, ts, user, content, 0, subtype, null, null, null, 0, null, List.of(),
            false);
    add(head, line, MessageBody.seal(content, sealer, workspace, channel, ts, 0));
  }

  private void add(Head head, MessageView line, byte @Nullable [] body) {
    lines.add(line);
    bodies.add(body);
    EventFact fact =
        new EventFact(EventType.MESSAGE.number(), line.user().value(), line.ts().micros(), 0, 0);
    var _ =
        batch.append(
            head, fact, offset -> MessagePublications.posted(offset, line, Effect.NONE, null));
  }

  public void write() throws SQLException {
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
      statement.setArray(7, batch.array("bytea", bodies.toArray(byte[][]::new)));
      statement.execute();
    }
  }
}
