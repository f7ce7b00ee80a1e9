package dev.parley.core.emoji;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.EmojiView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes changes of emoji: each event carries the emoji as it is now.
public final class EmojiEvents implements EventEncoder {

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.EMOJI_CHANGED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    Set<Long> wanted = events.stream().map(StoredEvent::subject).collect(Collectors.toSet());
    Map<Long, EmojiView> emoji = new HashMap<>();
    for (EmojiView each : EmojiReader.some(handle, new WorkspaceId(stream.workspace()), wanted)) {
      emoji.put(each.id().value(), each);
    }
    return events.stream()
        .map(
            event -> {
              EmojiView now = emoji.get(event.subject());
              return now == null
                  ? EventPublications.nothing(event.offset())
                  : EventPublications.emoji(event.offset(), now);
            })
        .toList();
  }
}
