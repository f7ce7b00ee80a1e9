package dev.parley.core.message;

import dev.parley.core.thread.ThreadRoot;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ThreadView;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The columns of `message` that tell how it belongs to a thread.
final class ThreadColumns {
  /// In the order in which [#read] reads them.
  static final String NAMES =
      "ts, thread_ts, related_user, reply_no, reply_count, reply_users_count, reply_users,"
          + " latest_reply";

  private ThreadColumns() {}

  /// @param first the position of the first column
  /// @return null for a message that neither is a reply nor ever had one
  static @Nullable ThreadView read(ResultSet row, int first) throws SQLException {
    long thread = row.getLong(first + 1);
    if (thread == 0) {
      return null;
    }
    return thread == row.getLong(first)
        ? root(row, first)
        : new ThreadView.Reply(
            new MessageTs(thread), new UserId(row.getLong(first + 2)), row.getInt(first + 3));
  }

  private static ThreadView.Root root(ResultSet row, int first) throws SQLException {
    return new ThreadView.Root(
        row.getInt(first + 4),
        row.getInt(first + 5),
        ThreadRoot.users(row.getArray(first + 6)),
        new MessageTs(row.getLong(first + 7)),
        row.getInt(first + 3));
  }
}
