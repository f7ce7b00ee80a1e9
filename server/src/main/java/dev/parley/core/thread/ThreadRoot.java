package dev.parley.core.thread;

import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ThreadView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message on which replies hang or may hang, as a batch moves it. Belongs to one commit thread.
public final class ThreadRoot {
  private final UserId author;
  private final boolean mayBeAnswered;
  private final List<UserId> authors;
  private int number;
  private int count;
  private int authorCount;
  private MessageTs latest;

  private ThreadRoot(
      UserId author,
      boolean mayBeAnswered,
      List<UserId> authors,
      int number,
      int count,
      int authorCount,
      MessageTs latest) {
    this.author = author;
    this.mayBeAnswered = mayBeAnswered;
    this.authors = authors;
    this.number = number;
    this.count = count;
    this.authorCount = authorCount;
    this.latest = latest;
  }

  /// Reads `user_id`, whether it may be answered, `reply_no`, `reply_count`, `reply_users_count`,
  /// `reply_users` and `latest_reply`, in this order.
  static ThreadRoot read(ResultSet row, int first) throws SQLException {
    return new ThreadRoot(
        new UserId(row.getLong(first)),
        row.getBoolean(first + 1),
        new ArrayList<>(users(row.getArray(first + 5))),
        row.getInt(first + 2),
        row.getInt(first + 3),
        row.getInt(first + 4),
        new MessageTs(row.getLong(first + 6)));
  }

  /// The people of an array column of their numbers.
  public static List<UserId> users(@Nullable Array numbers) throws SQLException {
    return numbers == null
        ? List.of()
        : Arrays.stream((Long[]) numbers.getArray()).map(UserId::new).toList();
  }

  /// Who wrote the message.
  public UserId author() {
    return author;
  }

  /// Whether somebody wrote it, at top level, and it is still there or has replies.
  public boolean mayBeAnswered() {
    return mayBeAnswered;
  }

  int number() {
    return number;
  }

  /// Counts a reply and gives its number.
  int add(UserId replier, boolean first, MessageTs ts) {
    count++;
    latest = ts;
    if (first) {
      authorCount++;
      if (authors.size() < ThreadView.Root.MAX_AUTHORS) {
        authors.add(replier);
      }
    }
    return ++number;
  }

  /// What it is like now.
  public ThreadView.Root view() {
    return new ThreadView.Root(count, authorCount, List.copyOf(authors), latest, number);
  }
}
