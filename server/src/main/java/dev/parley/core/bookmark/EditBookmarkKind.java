package dev.parley.core.bookmark;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commits changes of bookmarks. Runs on commit threads.
public final class EditBookmarkKind extends SingleKind<EditBookmark, BookmarkView> {
  private static final int MOST_OF_CHANNEL = 100;

  private static final String STATE =
      """
      select c.archived_at is not null, a.user_id is not null,
             (select count(*) from bookmark b
               where b.workspace_id = c.workspace_id and b.channel_id = c.id)
        from channel c
        left join membership a on a.workspace_id = c.workspace_id and a.channel_id = c.id
             and a.user_id = ?
       where c.workspace_id = ? and c.id = ?
      """;

  private static final String INSERT =
      """
      insert into bookmark (workspace_id, id, channel_id, title, link, emoji, updated_by, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update bookmark set title = ?, link = ?, emoji = ?, updated_by = ?, updated_at = ?
       where workspace_id = ? and id = ?
      """;

  private static final String DELETE = "delete from bookmark where workspace_id = ? and id = ?";

  private final WorkspaceKeys keys;
  private final BookmarkReader reader;

  public EditBookmarkKind(WorkspaceKeys keys) {
    super(EditBookmark.class);
    this.keys = keys;
    this.reader = new BookmarkReader(keys);
  }

  @Override
  protected BookmarkView apply(Batch batch, EditBookmark change) throws SQLException {
    int count = requireMember(batch, change);
    BookmarkView after =
        switch (change.edit()) {
          case BookmarkEdit.Add add -> insert(batch, change, add, count);
          case BookmarkEdit.Change edit -> update(batch, change, read(batch, change), edit);
          case BookmarkEdit.Remove _ -> {
            BookmarkView before = read(batch, change);
            batch.update(DELETE, change.workspace().value(), change.id().value());
            yield before;
          }
        };
    EventType type =
        switch (change.edit()) {
          case BookmarkEdit.Add _ -> EventType.BOOKMARK_ADDED;
          case BookmarkEdit.Change _ -> EventType.BOOKMARK_CHANGED;
          case BookmarkEdit.Remove _ -> EventType.BOOKMARK_REMOVED;
        };
    EventFact fact =
        new EventFact(type.number(), change.actor().value(), 0, change.id().value(), 0);
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace(), change.channel())),
            fact,
            offset ->
                type == EventType.BOOKMARK_REMOVED
                    ? BookmarkEvents.removed(offset, change.channel(), change.id())
                    : EventPublications.of(offset, type, BookmarkEvents.fields(after)));
    return after;
  }

  /// Refuses whoever is not in the channel.
  ///
  /// @return how many bookmarks it has
  private static int requireMember(Batch batch, EditBookmark change) throws SQLException {
    List<Integer> counts =
        batch.query(
            STATE,
            row -> {
              if (!row.getBoolean(2)) {
                throw new Refusal("not_in_channel");
              }
              if (row.getBoolean(1)) {
                throw new Refusal("is_archived");
              }
              return row.getInt(3);
            },
            change.actor().value(),
            change.workspace().value(),
            change.channel().value());
    if (counts.isEmpty()) {
      throw new Refusal("channel_not_found");
    }
    return counts.getFirst();
  }

  private BookmarkView read(Batch batch, EditBookmark change) throws SQLException {
    return reader
        .inBatch(batch, change.workspace(), change.id())
        .filter(bookmark -> bookmark.channel().equals(change.channel()))
        .orElseThrow(() -> new Refusal("not_found"));
  }

  private BookmarkView insert(Batch batch, EditBookmark change, BookmarkEdit.Add add, int count)
      throws SQLException {
    if (count >= MOST_OF_CHANNEL) {
      throw new Refusal("too_many_bookmarks");
    }
    BookmarkView view =
        new BookmarkView(
            change.workspace(),
            change.id(),
            change.channel(),
            add.title(),
            add.link(),
            add.emoji(),
            change.actor(),
            batch.now(),
            null);
    batch.update(
        INSERT,
        change.workspace().value(),
        change.id().value(),
        change.channel().value(),
        sealed(change, "title", view.title()),
        sealed(change, "link", view.link()),
        sealed(change, "emoji", view.emoji()),
        change.actor().value(),
        view.created());
    return view;
  }

  private BookmarkView update(
      Batch batch, EditBookmark change, BookmarkView before, BookmarkEdit.Change edit)
      throws SQLException {
    BookmarkView view =
        new BookmarkView(
            change.workspace(),
            change.id(),
            change.channel(),
            edit.title() == null ? before.title() : edit.title(),
            edit.link() == null ? before.link() : edit.link(),
            edit.emoji() == null ? before.emoji() : edit.emoji(),
            change.actor(),
            before.created(),
            batch.now());
    batch.update(
        UPDATE,
        sealed(change, "title", view.title()),
        sealed(change, "link", view.link()),
        sealed(change, "emoji", view.emoji()),
        change.actor().value(),
        view.updated(),
        change.workspace().value(),
        change.id().value());
    return view;
  }

  private byte @Nullable [] sealed(EditBookmark change, String column, String text) {
    return text.isEmpty()
        ? null
        : keys.of(change.workspace())
            .sealText(text, BookmarkReader.place(column, change.workspace(), change.id()));
  }
}
