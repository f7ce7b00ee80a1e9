package dev.parley.core.star;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.star.StarItem.Done;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.StarEventView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Commits what people save for later. Runs on commit threads.
public final class StarItemKind extends SingleKind<StarItem, Done> {
  private static final String MESSAGE_EXISTS =
      """
      select exists (select from message
                      where workspace_id = ? and channel_id = ? and ts = ? and deleted_ts is null)
      """;

  private static final String INSERT =
      """
      insert into star (workspace_id, user_id, channel_id, ts, id, created_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, user_id, channel_id, ts) do nothing
      """;

  private static final String DELETE =
      """
      delete from star where workspace_id = ? and user_id = ? and channel_id = ? and ts = ?
      """;

  private final IdGenerator ids;

  /// @param ids numbers stars in the order in which they were made
  public StarItemKind(IdGenerator ids) {
    super(StarItem.class);
    this.ids = ids;
  }

  @Override
  protected Done apply(Batch batch, StarItem star) throws SQLException {
    Instant now = batch.now();
    if (star.isStarred()) {
      add(batch, star, now);
    } else {
      remove(batch, star);
    }
    EventType type = star.isStarred() ? EventType.STAR_ADDED : EventType.STAR_REMOVED;
    long seconds = star.isStarred() ? now.getEpochSecond() : 0;
    StarEventView event = new StarEventView(star.channel(), star.ts(), seconds);
    var _ =
        batch.append(
            batch.head(StreamKey.of(star.workspace(), star.user())),
            new EventFact(
                type.number(),
                star.user().value(),
                star.ts().micros(),
                star.channel().value(),
                seconds),
            offset -> EventPublications.of(offset, type, event));
    return new Done();
  }

  private void add(Batch batch, StarItem star, Instant now) throws SQLException {
    requireMessage(batch, star);
    int added =
        batch.update(
            INSERT,
            star.workspace().value(),
            star.user().value(),
            star.channel().value(),
            star.ts().micros(),
            ids.newId(),
            now);
    if (added == 0) {
      throw new Refusal("already_starred");
    }
  }

  private static void requireMessage(Batch batch, StarItem star) throws SQLException {
    if (star.ts().equals(MessageTs.ZERO)) {
      return;
    }
    List<Boolean> exists =
        batch.query(
            MESSAGE_EXISTS,
            row -> row.getBoolean(1),
            star.workspace().value(),
            star.channel().value(),
            star.ts().micros());
    if (!exists.getFirst()) {
      throw new Refusal("message_not_found");
    }
  }

  private static void remove(Batch batch, StarItem star) throws SQLException {
    int removed =
        batch.update(
            DELETE,
            star.workspace().value(),
            star.user().value(),
            star.channel().value(),
            star.ts().micros());
    if (removed == 0) {
      throw new Refusal("not_starred");
    }
  }
}
