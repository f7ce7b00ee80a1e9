package dev.parley.core.message;

import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.MessageView;
import java.util.ArrayList;
import java.util.List;

/// A run of messages, read page by page: those of a channel, or those of a thread. Lives as long as
/// the transaction of its source.
public final class MessagePages {
  static final MessageTs MAX = new MessageTs(9_999_999_999_999_999L);

  private final Source source;

  MessagePages(Source source) {
    this.source = source;
  }

  /// Where the messages come from.
  interface Source {
    /// The newest messages before a `ts`, newest first.
    List<MessageView> before(MessageTs ts, int limit);

    /// The oldest messages after a `ts`, oldest first.
    List<MessageView> after(MessageTs ts, int limit);
  }

  /// A piece of history.
  ///
  /// @param messages oldest first
  public record Page(List<MessageView> messages, boolean hasMoreBefore, boolean hasMoreAfter) {}

  /// The newest messages before a `ts`.
  public Page before(MessageTs ts, int limit) {
    List<MessageView> newestFirst = source.before(ts, limit + 1);
    boolean more = newestFirst.size() > limit;
    List<MessageView> page = newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    return new Page(page.reversed(), more, true);
  }

  /// The newest messages there are.
  public Page newest(int limit) {
    Page page = before(MAX, limit);
    return new Page(page.messages(), page.hasMoreBefore(), false);
  }

  /// The oldest messages after a `ts`.
  public Page after(MessageTs ts, int limit) {
    List<MessageView> found = source.after(ts, limit + 1);
    boolean more = found.size() > limit;
    return new Page(found.subList(0, Math.min(limit, found.size())), true, more);
  }

  /// Messages on both sides of a `ts`, the one at it included.
  public Page around(MessageTs ts, int limit) {
    int half = Math.max(1, limit / 2);
    MessageTs justBefore = new MessageTs(Math.max(0, ts.micros() - 1));
    Page older = before(ts, half);
    Page newer = after(justBefore, half);
    List<MessageView> both = new ArrayList<>(older.messages());
    both.addAll(newer.messages());
    return new Page(both, older.hasMoreBefore(), newer.hasMoreAfter());
  }
}
