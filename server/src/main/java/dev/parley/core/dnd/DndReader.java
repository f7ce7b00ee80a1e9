package dev.parley.core.dnd;

import dev.parley.core.dnd.DndSchedule.Span;
import dev.parley.core.user.TimeZones;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DndView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads when people are not to be disturbed, within a tenant transaction.
public final class DndReader {
  private static final String COLUMNS =
      """
      select u.id, u.profile, d.scheduled, d.starts, d.ends, d.days, d.ended_at, d.snoozed_at,
             d.snoozed_until, d.user_id is not null as has_said,
             now() as read_at
        from user_account u
        left join do_not_disturb d on d.workspace_id = u.workspace_id and d.user_id = u.id
      """;

  static final String SELECT_SOME =
      COLUMNS
          + """
             where u.workspace_id = :workspace and u.id = any(:ids)
          """;

  static final String SELECT_IN_BATCH =
      COLUMNS
          + """
             where u.workspace_id = ? and u.id = ?
          """;

  private final TimeZones zones;

  public DndReader(WorkspaceKeys keys) {
    this.zones = new TimeZones(keys);
  }

  /// When somebody is not to be disturbed, by which clock, and the time for which that was read.
  public record Stored(UserId user, Dnd dnd, ZoneId zone, Instant now) {

    /// How it stands, as they see it themselves.
    public DndView own() {
      return dnd.own(now, zone);
    }

    /// How it stands, as others see it.
    public DndView shown() {
      return dnd.shown(now, zone);
    }

    Stored at(Instant time) {
      return new Stored(user, dnd, zone, time);
    }

    /// @throws Refusal as [DndEdit] says
    Stored after(DndEdit edit) {
      return new Stored(user, dnd.after(edit, now, zone), zone, now);
    }
  }

  /// Those of some people that there are.
  public List<Stored> some(Handle handle, WorkspaceId workspace, Collection<UserId> users) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, users.stream().map(UserId::value).toArray())
        .map((row, _) -> stored(workspace, row))
        .list();
  }

  Optional<Stored> inBatch(Batch batch, WorkspaceId workspace, UserId user) throws SQLException {
    return batch
        .query(SELECT_IN_BATCH, row -> stored(workspace, row), workspace.value(), user.value())
        .stream()
        .findFirst();
  }

  private Stored stored(WorkspaceId workspace, ResultSet row) throws SQLException {
    UserId user = new UserId(row.getLong("id"));
    ZoneId zone = zones.open(workspace, user, row.getBytes("profile"));
    Dnd dnd = row.getBoolean("has_said") ? dnd(row) : Dnd.NEVER;
    return new Stored(user, dnd, zone, row.getTimestamp("read_at").toInstant());
  }

  private static Dnd dnd(ResultSet row) throws SQLException {
    DndSchedule schedule =
        new DndSchedule(
            row.getBoolean("scheduled"),
            LocalTime.ofSecondOfDay(60L * row.getShort("starts")),
            LocalTime.ofSecondOfDay(60L * row.getShort("ends")),
            days(row.getShort("days")));
    Instant snoozed = instant(row, "snoozed_at");
    Instant until = instant(row, "snoozed_until");
    Span snooze = snoozed == null || until == null ? null : new Span(snoozed, until);
    return new Dnd(schedule, row.getTimestamp("ended_at").toInstant(), snooze);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static short minute(LocalTime time) {
    return (short) (time.toSecondOfDay() / 60);
  }

  static short bits(Set<DayOfWeek> days) {
    return (short) days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }

  private static Set<DayOfWeek> days(short bits) {
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    days.removeIf(day -> (bits & (1 << (day.getValue() - 1))) == 0);
    return days;
  }
}
