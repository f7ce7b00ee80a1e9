package dev.parley.core.reminder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Rows of reminders. Within a tenant transaction. What one says, and when it recurs, is sealed.
final class ReminderStore {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String COLUMNS = "select id, user_id, body, due_at, completed_at";

  static final String INSERT =
      """
      insert into reminder (workspace_id, id, user_id, body, due_at)
      values (:workspace, :id, :user, :body, :due)
      """;

  static final String SELECT_ONE =
      COLUMNS
          + """
             from reminder where workspace_id = :workspace and id = :id
          """;

  static final String SELECT_OF_PERSON =
      COLUMNS
          + """
             from reminder where workspace_id = :workspace and user_id = :user
            order by id desc limit :limit
          """;

  static final String COMPLETE =
      """
      update reminder set completed_at = coalesce(completed_at, :now)
       where workspace_id = :workspace and id = :id
      """;

  static final String MOVE =
      "update reminder set due_at = :due where workspace_id = :workspace and id = :id";

  static final String DELETE = "delete from reminder where workspace_id = :workspace and id = :id";

  private final Handle handle;
  private final WorkspaceId workspace;
  private final Sealer sealer;

  ReminderStore(Handle handle, WorkspaceId workspace, Sealer sealer) {
    this.handle = handle;
    this.workspace = workspace;
    this.sealer = sealer;
  }

  /// What is sealed of one.
  private record Body(String text, @Nullable Recurrence every) {}

  void insert(Reminder reminder) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", reminder.id().value())
            .bind("user", reminder.user().value())
            .bind("body", seal(reminder))
            .bind("due", reminder.at())
            .execute();
  }

  Optional<Reminder> find(ReminderId id) {
    return of(SELECT_ONE).bind("id", id.value()).map((row, _) -> map(row)).findOne();
  }

  /// The newest first.
  List<Reminder> ofPerson(UserId user, int limit) {
    return of(SELECT_OF_PERSON)
        .bind("user", user.value())
        .bind("limit", limit)
        .map((row, _) -> map(row))
        .list();
  }

  void complete(ReminderId id, Instant now) {
    var _ =
        handle
            .createUpdate(COMPLETE)
            .bind("workspace", workspace.value())
            .bind("id", id.value())
            .bind("now", now)
            .execute();
  }

  /// Notes when it is due next.
  ///
  /// @return false if it is there no more
  boolean move(ReminderId id, Instant due) {
    return handle
            .createUpdate(MOVE)
            .bind("workspace", workspace.value())
            .bind("id", id.value())
            .bind("due", due)
            .execute()
        == 1;
  }

  void delete(ReminderId id) {
    var _ =
        handle
            .createUpdate(DELETE)
            .bind("workspace", workspace.value())
            .bind("id", id.value())
            .execute();
  }

  private Query of(String sql) {
    return handle.createQuery(sql).bind("workspace", workspace.value());
  }

  private byte[] seal(Reminder reminder) {
    try {
      return sealer.seal(
          MAPPER.writeValueAsBytes(new Body(reminder.text(), reminder.every())),
          place(reminder.id()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reminder cannot be written", e);
    }
  }

  private Reminder map(ResultSet row) throws SQLException {
    ReminderId id = new ReminderId(row.getLong(1));
    Timestamp completed = row.getTimestamp(5);
    try {
      Body body = MAPPER.readValue(sealer.openText(row.getBytes(3), place(id)), Body.class);
      return new Reminder(
          id,
          new UserId(row.getLong(2)),
          body.text(),
          row.getTimestamp(4).toInstant(),
          body.every(),
          completed == null ? null : completed.toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reminder cannot be read", e);
    }
  }

  private byte[] place(ReminderId id) {
    return Sealer.place("reminder.body", workspace.value(), id.value());
  }
}
