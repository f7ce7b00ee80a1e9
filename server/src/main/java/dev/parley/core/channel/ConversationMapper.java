package dev.parley.core.channel;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.DescriptionView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.PostingView.Level;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes conversations of rows. Safe for many threads.
final class ConversationMapper {
  private final WorkspaceKeys keys;

  ConversationMapper(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// A row of [ConversationReader]'s `MEMBERSHIPS`.
  ConversationView conversation(ResultSet row, WorkspaceId workspace) throws SQLException {
    ChannelView channel = channel(row, workspace);
    long position = row.getLong("head_offset");
    MarkerView marker =
        new MarkerView(
            channel.id(),
            new MessageTs(row.getLong("read_ts")),
            row.getInt("read_no"),
            row.getInt("read_version"),
            position,
            row.getInt("deleted_after"),
            row.getInt("mention_count"),
            row.getInt("everybody_count"));
    long closed = row.getLong("closed_ts");
    return new ConversationView(
        channel,
        position,
        row.getInt("message_no"),
        new MessageTs(row.getLong("last_ts")),
        marker,
        closed < 0 ? null : new MessageTs(closed),
        row.getBoolean("muted"));
  }

  /// A row of [ConversationReader]'s `CHANNEL_COLUMNS`.
  ChannelView channel(ResultSet row, WorkspaceId workspace) throws SQLException {
    ChannelId id = new ChannelId(row.getLong("id"));
    String name = row.getString("name");
    UserId creator = new UserId(row.getLong("creator_id"));
    Instant updated = instant(row, "updated_at");
    return new ChannelView(
        workspace,
        id,
        name == null ? groupName(row.getString("handles")) : name,
        row.getBoolean("is_private"),
        row.getBoolean("is_general"),
        creator,
        description(row, workspace, id, "topic", creator, updated),
        description(row, workspace, id, "purpose", creator, updated),
        row.getInt("member_count"),
        instant(row, "created_at"),
        updated,
        row.getTimestamp("archived_at") != null,
        row.getBoolean("is_member"),
        users(row.getArray("others")),
        row.getBoolean("has_gone_other"),
        posting(row));
  }

  /// What a group message is called, which has no name of its own.
  ///
  /// @param handles of its people in their order, with `--` between them; null for a direct message
  static @Nullable String groupName(@Nullable String handles) {
    return handles == null ? null : "mpdm-" + handles + "-1";
  }

  /// A topic or purpose. Of one that was set before it was noted by whom, the channel's creator is
  /// said to be who did.
  private DescriptionView description(
      ResultSet row,
      WorkspaceId workspace,
      ChannelId id,
      String column,
      UserId creator,
      Instant updated)
      throws SQLException {
    String value = open(row, workspace, id, column);
    Timestamp at = row.getTimestamp(column + "_at");
    if (at == null) {
      return value.isEmpty() ? DescriptionView.NONE : new DescriptionView(value, creator, updated);
    }
    return new DescriptionView(value, new UserId(row.getLong(column + "_by")), at.toInstant());
  }

  private static PostingView posting(ResultSet row) throws SQLException {
    Level messages = Level.ofRole(row.getInt("posting_role"));
    Level replies = Level.ofRole(row.getInt("reply_role"));
    return messages == Level.EVERYBODY && replies == Level.EVERYBODY
        ? PostingView.EVERYBODY
        : new PostingView(messages, users(row.getArray("posters")), replies);
  }

  private static List<UserId> users(java.sql.@Nullable Array ids) throws SQLException {
    return ids == null
        ? List.of()
        : Arrays.stream((Long[]) ids.getArray()).map(UserId::new).toList();
  }

  /// What a sealed column says, or nothing.
  String open(ResultSet row, WorkspaceId workspace, ChannelId id, String column)
      throws SQLException {
    byte[] sealed = row.getBytes(column);
    return sealed == null
        ? ""
        : keys.of(workspace)
            .openText(sealed, Sealer.place("channel." + column, workspace.value(), id.value()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
