package dev.parley.core.dnd;

import dev.parley.core.dnd.DndReader.Stored;
import dev.parley.core.dnd.DndSchedule.Span;
import dev.parley.core.event.EventType;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.DndView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;

/// Commits when people are not to be disturbed. Runs on commit threads.
public final class EditDndKind extends SingleKind<EditDnd, Stored> {
  private static final String SET =
      """
      insert into do_not_disturb (workspace_id, user_id, scheduled, starts, ends, days, ended_at,
                                  snoozed_at, snoozed_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, user_id) do update
         set scheduled = excluded.scheduled, starts = excluded.starts, ends = excluded.ends,
             days = excluded.days, ended_at = excluded.ended_at,
             snoozed_at = excluded.snoozed_at, snoozed_until = excluded.snoozed_until
      """;

  private final DndReader reader;

  public EditDndKind(WorkspaceKeys keys) {
    super(EditDnd.class);
    this.reader = new DndReader(keys);
  }

  @Override
  protected Stored apply(Batch batch, EditDnd change) throws SQLException {
    Stored before =
        reader
            .inBatch(batch, change.workspace(), change.user())
            .orElseThrow(() -> new Refusal("user_not_found"))
            .at(batch.now());
    Stored after = before.after(change.edit());
    if (after.equals(before)) {
      return before;
    }
    write(batch, change, after.dnd());
    StreamKey own = StreamKey.of(change.workspace(), change.user());
    tell(batch, own, EventType.DND_UPDATED, change, after.own());
    DndView shown = after.shown();
    if (!shown.equals(before.shown())) {
      StreamKey everybody = StreamKey.of(change.workspace());
      tell(batch, everybody, EventType.DND_UPDATED_USER, change, shown);
    }
    return after;
  }

  private static void write(Batch batch, EditDnd change, Dnd dnd) throws SQLException {
    DndSchedule schedule = dnd.schedule();
    Span snooze = dnd.snooze();
    batch.update(
        SET,
        change.workspace().value(),
        change.user().value(),
        schedule.isEnabled(),
        DndReader.minute(schedule.starts()),
        DndReader.minute(schedule.ends()),
        DndReader.bits(schedule.days()),
        dnd.ended(),
        snooze == null ? null : snooze.start(),
        snooze == null ? null : snooze.end());
  }

  private static void tell(
      Batch batch, StreamKey stream, EventType type, EditDnd change, DndView view) {
    long user = change.user().value();
    var _ =
        batch.append(
            batch.head(stream),
            new EventFact(type.number(), user, 0, user, 0),
            offset -> DndEvents.event(offset, type, change.user(), view));
  }
}
