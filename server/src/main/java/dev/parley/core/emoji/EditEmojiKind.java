package dev.parley.core.emoji;

import dev.parley.core.emoji.EmojiReader.Named;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.PictureRows;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.PictureId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.EmojiView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Commits changes of emoji. Runs on commit threads.
public final class EditEmojiKind extends SingleKind<EditEmoji, EmojiView> {
  /// How many a workspace may have in use.
  static final int MOST = 5_000;

  private static final String COUNT =
      "select count(*) from emoji where workspace_id = ? and removed_at is null";

  private static final String INSERT =
      """
      insert into emoji (workspace_id, id, name, picture_id, picture_key, alias_for, created_by,
                         created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String RENAME =
      "update emoji set former_name = name, name = ? where workspace_id = ? and id = ?";

  private static final String REMOVE =
      """
      update emoji set removed_at = ?, picture_id = null, picture_key = null
       where workspace_id = ? and id = ?
      """;

  private final PictureRows pictures;

  public EditEmojiKind(WorkspaceKeys keys) {
    super(EditEmoji.class);
    this.pictures = new PictureRows(keys);
  }

  @Override
  protected EmojiView apply(Batch batch, EditEmoji change) throws SQLException {
    Instant now = batch.now(StreamKey.of(change.workspace()));
    EmojiView after =
        switch (change.edit()) {
          case EmojiEdit.Add add -> {
            requireRoom(batch, change);
            requireFree(batch, change, add.name());
            pictures.insert(batch, add.address(), add.picture(), now);
            insert(batch, change, add.id(), add.name(), add.address(), null, now);
            yield required(batch, change, add.name()).view();
          }
          case EmojiEdit.Alias alias -> {
            requireRoom(batch, change);
            requireFree(batch, change, alias.name());
            insert(batch, change, alias.id(), alias.name(), null, alias.aliasFor(), now);
            yield required(batch, change, alias.name()).view();
          }
          case EmojiEdit.Rename(String name, String newName) -> {
            EmojiView before = required(batch, change, name).view();
            requireFree(batch, change, newName);
            batch.update(RENAME, newName, change.workspace().value(), before.id().value());
            yield required(batch, change, newName).view();
          }
          case EmojiEdit.Remove remove -> remove(batch, change, remove, now);
        };
    var _ =
        batch.append(
            batch.head(StreamKey.of(change.workspace())),
            new EventFact(
                EventType.EMOJI_CHANGED.number(), change.actor().value(), 0, after.id().value(), 0),
            offset -> EventPublications.emoji(offset, after));
    return after;
  }

  private EmojiView remove(Batch batch, EditEmoji change, EmojiEdit.Remove remove, Instant now)
      throws SQLException {
    Named found = required(batch, change, remove.name());
    EmojiView before = found.view();
    if (!remove.anyones() && !before.createdBy().equals(change.actor())) {
      throw new Refusal("no_permission");
    }
    if (found.picture() != 0) {
      pictures.delete(batch, change.workspace(), new PictureId(found.picture()));
    }
    batch.update(REMOVE, now, change.workspace().value(), before.id().value());
    return before.asRemoved();
  }

  private static void insert(
      Batch batch,
      EditEmoji change,
      EmojiId id,
      String name,
      @Nullable PictureAddress picture,
      @Nullable String aliasFor,
      Instant now)
      throws SQLException {
    batch.update(
        INSERT,
        change.workspace().value(),
        id.value(),
        name,
        picture == null ? null : picture.id().value(),
        picture == null ? null : picture.key(),
        aliasFor,
        change.actor().value(),
        now);
  }

  private static Named required(Batch batch, EditEmoji change, String name) throws SQLException {
    return EmojiReader.named(batch, change.workspace(), name)
        .orElseThrow(() -> new Refusal("emoji_not_found"));
  }

  private static void requireFree(Batch batch, EditEmoji change, String name) throws SQLException {
    if (EmojiReader.named(batch, change.workspace(), name).isPresent()) {
      throw new Refusal("error_name_taken");
    }
  }

  private static void requireRoom(Batch batch, EditEmoji change) throws SQLException {
    long count = batch.query(COUNT, row -> row.getLong(1), change.workspace().value()).getFirst();
    if (count >= MOST) {
      throw new Refusal("emoji_limit_reached");
    }
  }
}
