package dev.parley.core.message;

import dev.parley.core.event.Effect;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.core.event.StoredEvent;
import dev.parley.core.event.ThreadState;
import dev.parley.core.message.MessageStore.Trace;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Encodes posts, edits and deletions. A text that a later event changed or deleted is left out.
public final class MessageEvents implements EventEncoder {
  private final MessageReader messages;

  public MessageEvents(MessageReader messages) {
    this.messages = messages;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.MESSAGE, EventType.MESSAGE_CHANGED, EventType.MESSAGE_DELETED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    WorkspaceId workspace = new WorkspaceId(stream.workspace());
    ChannelId channel = new ChannelId(stream.stream());
    Set<MessageTs> wanted =
        events.stream().map(StoredEvent::messageTs).collect(Collectors.toUnmodifiableSet());
    Map<MessageTs, MessageView> present = messages.some(handle, workspace, channel, wanted);
    Map<MessageTs, Trace> traces = traces(handle, workspace, channel, wanted);
    return events.stream().map(event -> encode(event, channel, present, traces)).toList();
  }

  /// Of the messages, and of the roots of those that are replies.
  private Map<MessageTs, Trace> traces(
      Handle handle, WorkspaceId workspace, ChannelId channel, Set<MessageTs> wanted) {
    Map<MessageTs, Trace> traces =
        new HashMap<>(messages.traces(handle, workspace, channel, wanted));
    Set<MessageTs> roots =
        traces.values().stream()
            .map(MessageEvents::rootOf)
            .filter(root -> root != null && !traces.containsKey(root))
            .collect(Collectors.toUnmodifiableSet());
    traces.putAll(messages.traces(handle, workspace, channel, roots));
    return traces;
  }

  private static @Nullable MessageTs rootOf(Trace trace) {
    return trace.thread() instanceof ThreadView.Reply reply ? reply.root() : null;
  }

  private static Publication encode(
      StoredEvent event,
      ChannelId channel,
      Map<MessageTs, MessageView> present,
      Map<MessageTs, Trace> traces) {
    long offset = event.offset();
    MessageTs ts = event.messageTs();
    MessageView message = present.get(ts);
    Trace trace = traces.get(ts);
    return switch (event.type()) {
      case MESSAGE -> {
        Effect effect = effectOf(event);
        ThreadState thread = threadOf(trace, traces);
        yield message == null || message.revision() > 0
            ? MessagePublications.superseded(
                offset, channel, ts, trace == null ? 0 : trace.number(), effect, thread)
            : MessagePublications.posted(offset, message, effect, thread);
      }
      case MESSAGE_CHANGED -> {
        Effect effect = Effect.ofSubject(event.subject(), event.actorId());
        yield message == null || message.revision() > event.number()
            ? MessagePublications.superseded(offset, channel, ts, 0, effect, null)
            : MessagePublications.changed(offset, message, effect);
      }
      default ->
          MessagePublications.deleted(
              offset,
              channel,
              ts,
              event.actorId(),
              (int) event.number(),
              Effect.ofSubject(event.subject(), trace == null ? null : trace.author()),
              trace != null && trace.thread() instanceof ThreadView.Root root
                  ? tombstone(ts, root)
                  : threadOf(trace, traces));
    };
  }

  private static @Nullable ThreadState tombstone(MessageTs ts, ThreadView.Root root) {
    return root.count() == 0 ? null : new ThreadState(ts, root, 0);
  }

  /// The thread that a reply belongs to, null for anything else.
  private static @Nullable ThreadState threadOf(
      @Nullable Trace trace, Map<MessageTs, Trace> traces) {
    if (trace == null || !(trace.thread() instanceof ThreadView.Reply reply)) {
      return null;
    }
    Trace of = traces.get(reply.root());
    return of != null && of.thread() instanceof ThreadView.Root counts
        ? new ThreadState(of.ts(), counts, reply.number())
        : null;
  }

  /// A stored post keeps its author's marker's version plus one.
  private static Effect effectOf(StoredEvent post) {
    Effect effect = Effect.ofSubject(post.subject(), post.actorId());
    return post.number() == 0 ? effect : effect.readBy(post.actorId(), (int) post.number() - 1);
  }
}
