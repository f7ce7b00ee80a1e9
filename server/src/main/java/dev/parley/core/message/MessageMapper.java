package dev.parley.core.message;

import dev.parley.core.body.MessageBody;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageLines;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.keys.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Makes messages of the rows of one statement and remembers which of them have reactions.
final class MessageMapper implements RowMapper<MessageView> {
  /// In the order in which [#map] reads them.
  static final String COLUMNS =
      ThreadColumns.NAMES
          + ", user_id, message_no, subtype, client_msg_id, body, revision, edited_ts, edited_by,"
          + " deleted_ts, reaction_count, pinned_at";

  private static final MessageContent DELETED = MessageContent.text("This message was deleted.");

  private final WorkspaceId workspace;
  private final ChannelId channel;
  private final Sealer sealer;
  private final List<MessageTs> reacted = new ArrayList<>();

  MessageMapper(WorkspaceId workspace, ChannelId channel, Sealer sealer) {
    this.workspace = workspace;
    this.channel = channel;
    this.sealer = sealer;
  }

  /// Those of the mapped messages that have reactions.
  List<MessageTs> reacted() {
    return reacted;
  }

  @Override
  public MessageView map(ResultSet row, StatementContext context) throws SQLException {
    MessageTs ts = new MessageTs(row.getLong(1));
    ThreadView thread = ThreadColumns.read(row, 1);
    UserId user = new UserId(row.getLong(9));
    boolean isDeleted = row.getLong(17) > 0;
    Subtype subtype = isDeleted ? Subtype.TOMBSTONE : Subtype.ofNumber(row.getShort(11));
    int revision = row.getInt(14);
    byte[] body = row.getBytes(13);
    long related = thread instanceof ThreadView.Reply ? 0 : row.getLong(3);
    UserId other = related == 0 ? null : new UserId(related);
    long editor = row.getLong(16);
    if (row.getInt(18) > 0) {
      reacted.add(ts);
    }
    return new MessageView(
        workspace,
        channel,
        ts,
        user,
        isDeleted ? DELETED : content(subtype, user, other, body, ts, revision),
        row.getInt(10),
        subtype,
        other,
        isDeleted ? null : row.getObject(12, UUID.class),
        editor == 0
            ? null
            : new MessageView.Edit(new UserId(editor), new MessageTs(row.getLong(15))),
        revision,
        thread,
        List.of(),
        row.getObject(19) != null);
  }

  private MessageContent content(
      Subtype subtype,
      UserId user,
      @Nullable UserId related,
      byte @Nullable [] body,
      MessageTs ts,
      int revision) {
    return body == null
        ? MessageContent.text(MessageLines.text(subtype, user, related))
        : MessageBody.open(sealer, body, workspace, channel, ts, revision);
  }
}
