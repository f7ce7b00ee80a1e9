package dev.parley.core.pin;

import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.line.ChannelLines;
import dev.parley.core.pin.PinMessage.Done;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.PinEventView;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.SingleKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Commits pins, each with a line in the channel's history. Runs on commit threads.
public final class PinMessageKind extends SingleKind<PinMessage, Done> {
  private static final int MOST_OF_CHANNEL = 100;

  private static final String STATE =
      """
      select m.user_id, m.subtype, m.pinned_at is not null, c.archived_at is not null,
             a.user_id is not null,
             (select count(*) from message p
               where p.workspace_id = m.workspace_id and p.channel_id = m.channel_id
                 and p.pinned_at is not null)
        from message m
        join channel c on c.workspace_id = m.workspace_id and c.id = m.channel_id
        left join membership a on a.workspace_id = m.workspace_id and a.channel_id = m.channel_id
             and a.user_id = ?
       where m.workspace_id = ? and m.channel_id = ? and m.ts = ? and m.deleted_ts is null
      """;

  private static final String SET =
      """
      update message set pinned_by = ?, pinned_at = ?
       where workspace_id = ? and channel_id = ? and ts = ?
      """;

  public PinMessageKind() {
    super(PinMessage.class);
  }

  /// How a message and its channel stand.
  ///
  /// @param pins how many messages are pinned to the channel
  private record State(
      UserId author,
      Subtype subtype,
      boolean isPinned,
      boolean isArchived,
      boolean isMember,
      int pins) {

    static State read(ResultSet row) throws SQLException {
      return new State(
          new UserId(row.getLong(1)),
          Subtype.ofNumber(row.getShort(2)),
          row.getBoolean(3),
          row.getBoolean(4),
          row.getBoolean(5),
          row.getInt(6));
    }
  }

  @Override
  protected Done apply(Batch batch, PinMessage pin) throws SQLException {
    State state = read(batch, pin);
    check(pin, state);
    Instant now = batch.now();
    batch.update(
        SET,
        pin.isPinned() ? pin.user().value() : null,
        pin.isPinned() ? now : null,
        pin.workspace().value(),
        pin.channel().value(),
        pin.ts().micros());
    EventType type = pin.isPinned() ? EventType.PIN_ADDED : EventType.PIN_REMOVED;
    long seconds = pin.isPinned() ? now.getEpochSecond() : 0;
    PinEventView event =
        new PinEventView(pin.channel(), pin.ts(), pin.user(), state.author(), seconds);
    Head head = batch.head(StreamKey.of(pin.workspace(), pin.channel()));
    var _ =
        batch.append(
            head,
            new EventFact(
                type.number(),
                pin.user().value(),
                pin.ts().micros(),
                state.author().value(),
                seconds),
            offset -> EventPublications.of(offset, type, event));
    if (pin.isPinned()) {
      ChannelLines lines = new ChannelLines(batch);
      lines.add(head, pin.channel(), pin.user(), Subtype.PINNED_ITEM, null);
      lines.write();
    }
    return new Done();
  }

  private static State read(Batch batch, PinMessage pin) throws SQLException {
    List<State> found =
        batch.query(
            STATE,
            State::read,
            pin.user().value(),
            pin.workspace().value(),
            pin.channel().value(),
            pin.ts().micros());
    if (found.isEmpty()) {
      throw new Refusal("message_not_found");
    }
    return found.getFirst();
  }

  private static void check(PinMessage pin, State state) {
    if (!state.isMember()) {
      throw new Refusal("not_in_channel");
    }
    if (state.isArchived()) {
      throw new Refusal("is_archived");
    }
    if (!pin.isPinned()) {
      if (!state.isPinned()) {
        throw new Refusal("not_pinned");
      }
      return;
    }
    if (state.isPinned()) {
      throw new Refusal("already_pinned");
    }
    if (state.subtype().isLine()) {
      throw new Refusal("not_pinnable");
    }
    if (state.pins() >= MOST_OF_CHANNEL) {
      throw new Refusal("too_many_pins");
    }
  }
}
