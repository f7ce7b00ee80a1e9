package dev.parley.core.message;

import dev.parley.core.event.Effect;
import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

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
    Map<MessageTs, Integer> numbers = messages.numbers(handle, workspace, channel, wanted);
    return events.stream().map(event -> encode(event, channel, present, numbers)).toList();
  }

  private static Publication encode(
      StoredEvent event,
      ChannelId channel,
      Map<MessageTs, MessageView> present,
      Map<MessageTs, Integer> numbers) {
    long offset = event.offset();
    MessageTs ts = event.messageTs();
    MessageView message = present.get(ts);
    return switch (event.type()) {
      case MESSAGE -> {
        Effect effect = effectOf(event);
        yield message == null || message.revision() > 0
            ? EventPublications.superseded(offset, channel, ts, numbers.getOrDefault(ts, 0), effect)
            : EventPublications.message(offset, message, effect);
      }
      case MESSAGE_CHANGED -> {
        Effect effect = Effect.ofSubject(event.subject());
        yield message == null || message.revision() > event.number()
            ? EventPublications.superseded(offset, channel, ts, 0, effect)
            : EventPublications.messageChanged(offset, message, effect);
      }
      default ->
          EventPublications.messageDeleted(
              offset,
              channel,
              ts,
              event.actorId(),
              (int) event.number(),
              Effect.ofSubject(event.subject()));
    };
  }

  /// A stored post keeps its author's marker's version plus one.
  private static Effect effectOf(StoredEvent post) {
    Effect effect = Effect.ofSubject(post.subject());
    return post.number() == 0 ? effect : effect.readBy(post.actorId(), (int) post.number() - 1);
  }
}
