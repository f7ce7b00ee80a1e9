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

  /// The messages of a channel.
  public MessagePages channel(Handle handle, WorkspaceId workspace, ChannelId channel) {
    MessageStore store = store(handle, workspace);
    return new MessagePages(
        new MessagePages.Source() {
          @Override
          public List<MessageView> before(MessageTs ts, int limit) {
            return store.before(channel, ts, limit);
          }

          @Override
          public List<MessageView> after(MessageTs ts, int limit) {
            return store.after(channel, ts, limit);
          }
        });
  }

  /// The message that a thread hangs on, as [#root] gives it, and its replies.
  public MessagePages thread(
      Handle handle, WorkspaceId workspace, ChannelId channel, MessageView root) {
    return new MessagePages(new ThreadSource(store(handle, workspace), channel, root));
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
