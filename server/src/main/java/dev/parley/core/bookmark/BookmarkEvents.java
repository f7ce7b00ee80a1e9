package dev.parley.core.bookmark;

import dev.parley.core.event.EventEncoder;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.StoredEvent;
import dev.parley.fanout.Publication;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.protocol.view.JsonView;
import dev.parley.storage.keys.WorkspaceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Encodes changes of bookmarks: each event carries the bookmark as it is now, or says that it is
/// gone.
public final class BookmarkEvents implements EventEncoder {
  private final BookmarkReader reader;

  public BookmarkEvents(WorkspaceKeys keys) {
    this.reader = new BookmarkReader(keys);
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.BOOKMARK_ADDED, EventType.BOOKMARK_CHANGED, EventType.BOOKMARK_REMOVED);
  }

  @Override
  public List<Publication> encode(Handle handle, StreamKey stream, List<StoredEvent> events) {
    ChannelId channel = new ChannelId(stream.stream());
    Set<Long> wanted =
        events.stream().map(StoredEvent::subject).collect(Collectors.toUnmodifiableSet());
    Map<Long, BookmarkView> found = new HashMap<>();
    for (BookmarkView bookmark : reader.some(handle, new WorkspaceId(stream.workspace()), wanted)) {
      found.put(bookmark.id().value(), bookmark);
    }
    return events.stream().map(event -> encode(event, channel, found)).toList();
  }

  private static Publication encode(
      StoredEvent event, ChannelId channel, Map<Long, BookmarkView> found) {
    BookmarkView bookmark = found.get(event.subject());
    return bookmark == null
        ? removed(event.offset(), channel, new BookmarkId(event.subject()))
        : EventPublications.of(event.offset(), event.type(), fields(bookmark));
  }

  /// The fields of an event of a bookmark that is there.
  public static JsonView fields(BookmarkView bookmark) {
    return json -> {
      json.writeStringField("channel", bookmark.channel().toString());
      json.writeFieldName("bookmark");
      bookmark.write(json);
    };
  }

  /// A bookmark is gone.
  public static Publication removed(long offset, ChannelId channel, BookmarkId id) {
    return EventPublications.of(
        offset,
        EventType.BOOKMARK_REMOVED,
        json -> {
          json.writeStringField("channel", channel.toString());
          json.writeStringField("bookmark_id", id.toString());
        });
  }
}
