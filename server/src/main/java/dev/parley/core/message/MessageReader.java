package dev.parley.core.message;

import dev.parley.core.access.Actor;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads messages within a tenant transaction, for whoever has made sure that the reader may see
/// the channel. Deleted messages and replies are left out. Safe for many threads.
public final class MessageReader {
  private final WorkspaceKeys keys;

  public MessageReader(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// A piece of history.
  ///
  /// @param messages oldest first
  public record Page(List<MessageView> messages, boolean hasMoreBefore, boolean hasMoreAfter) {}

  /// The newest messages before a `ts`.
  public Page before(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs ts, int limit) {
    MessageStore store = store(handle, workspace);
    List<MessageView> newestFirst = store.before(channel, ts, limit + 1);
    boolean more = newestFirst.size() > limit;
    List<MessageView> page = newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    return new Page(page.reversed(), more, true);
  }

  /// The newest messages there are.
  public Page newest(Handle handle, WorkspaceId workspace, ChannelId channel, int limit) {
    Page page = before(handle, workspace, channel, MAX, limit);
    return new Page(page.messages(), page.hasMoreBefore(), false);
  }

  private static final MessageTs MAX = new MessageTs(9_999_999_999_999_999L);

  /// The oldest messages after a `ts`.
  public Page after(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs ts, int limit) {
    List<MessageView> found = store(handle, workspace).after(channel, ts, limit + 1);
    boolean more = found.size() > limit;
    return new Page(found.subList(0, Math.min(limit, found.size())), true, more);
  }

  /// Messages on both sides of a `ts`, the one at it included.
  public Page around(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs ts, int limit) {
    int half = Math.max(1, limit / 2);
    MessageTs justBefore = new MessageTs(Math.max(0, ts.micros() - 1));
    Page older = before(handle, workspace, channel, ts, half);
    Page newer = after(handle, workspace, channel, justBefore, half);
    List<MessageView> both = new java.util.ArrayList<>(older.messages());
    both.addAll(newer.messages());
    return new Page(both, older.hasMoreBefore(), newer.hasMoreAfter());
  }

  /// A span of history.
  ///
  /// @param oldest excluded
  /// @param latest excluded
  /// @param limit most messages
  public record Span(MessageTs oldest, MessageTs latest, int limit) {}

  /// The newest messages of a span, newest first.
  ///
  /// @param pins how many messages are pinned to the channel; 0 if there are no messages
  public record Visible(List<MessageView> messages, int pins) {}

  /// The newest messages of a span, for a reader whose right is checked by the same
  /// statement: members read, and people also what is public. Empty if they may not, so whoever
  /// gets nothing asks [dev.parley.core.access.ChannelAccess] which it is.
  public Visible readable(
      Handle handle, WorkspaceId workspace, ChannelId channel, Actor reader, Span span) {
    return store(handle, workspace).readable(channel, reader, span);
  }

  /// Those of some messages that are still there.
  public Map<MessageTs, MessageView> some(
      Handle handle, WorkspaceId workspace, ChannelId channel, Collection<MessageTs> tss) {
    return store(handle, workspace).some(channel, tss).stream()
        .collect(Collectors.toMap(MessageView::ts, Function.identity()));
  }

  /// Replies of a thread, oldest first.
  public List<MessageView> replies(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs root, Span span) {
    return store(handle, workspace).replies(channel, root, span);
  }

  /// The first message of the thread that a message belongs to: itself if it is no reply. Deleted
  /// ones on which replies hang are given as tombstones.
  public Optional<MessageView> root(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs ts) {
    return store(handle, workspace).root(channel, ts);
  }

  /// What is left of some messages, deleted ones included.
  Map<MessageTs, MessageStore.Trace> traces(
      Handle handle, WorkspaceId workspace, ChannelId channel, Collection<MessageTs> tss) {
    return tss.isEmpty()
        ? Map.of()
        : store(handle, workspace).traces(channel, tss).stream()
            .collect(Collectors.toMap(MessageStore.Trace::ts, Function.identity()));
  }

  Set<UserId> mentioned(Handle handle, WorkspaceId workspace, ChannelId channel, MessageTs ts) {
    return store(handle, workspace).mentioned(channel, ts);
  }

  Set<UserId> membersAmong(
      Handle handle, WorkspaceId workspace, ChannelId channel, Set<UserId> users) {
    return store(handle, workspace).membersAmong(channel, users);
  }

  private MessageStore store(Handle handle, WorkspaceId workspace) {
    return new MessageStore(handle, workspace, keys.of(workspace));
  }
}
