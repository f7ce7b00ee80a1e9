package dev.parley.core.reminder;

import dev.parley.core.access.Actor;
import dev.parley.core.schedule.DueItems;
import dev.parley.core.schedule.DueKind;
import dev.parley.core.user.BuiltInBot;
import dev.parley.core.user.UserService;
import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people do with reminders of their own. Calls block; run them on virtual threads.
public final class ReminderService {
  private static final int MOST_LISTED = 1_000;
  private static final int MAX_TEXT = 3_000;

  private final TenantDatabase database;
  private final WorkspaceKeys keys;
  private final IdGenerator ids;
  private final UserService users;
  private final Clock clock;

  public ReminderService(
      TenantDatabase database,
      WorkspaceKeys keys,
      IdGenerator ids,
      UserService users,
      Clock clock) {
    this.database = database;
    this.keys = keys;
    this.ids = ids;
    this.users = users;
    this.clock = clock;
  }

  /// How often something is to happen, apart from what its time says.
  ///
  /// @param frequency `daily`, `weekly`, `monthly` or `yearly`
  /// @param weekdays for weekly ones; none for the weekday of the first time
  public record Repetition(String frequency, List<DayOfWeek> weekdays) {}

  /// Has somebody be reminded.
  ///
  /// @param text mrkdwn, escaped
  /// @param time seconds since 1970, seconds from now (at most a day), or English words
  /// @param user for whom; one can only remind oneself
  /// @param repetition null unless it is given apart from the time
  /// @throws Refusal `cannot_parse`, `user_not_found`, `cannot_add_others`,
  ///     `cannot_add_bot`, `cannot_add_slackbot`, `invalid_arguments` (text)
  public Reminder add(
      Actor actor, String text, String time, UserId user, @Nullable Repetition repetition) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > MAX_TEXT) {
      throw new Refusal("invalid_arguments", "text: 1 to " + MAX_TEXT + " characters");
    }
    requireOneself(actor, user);
    WorkspaceId workspace = actor.workspace();
    ZoneId zone = users.get(workspace, user).zone();
    Instant now = clock.instant();
    ReminderTime parsed =
        ReminderTime.parse(time, now, zone).orElseThrow(() -> new Refusal("cannot_parse"));
    ReminderTime when =
        repetition == null || parsed.every() != null
            ? parsed
            : repeated(parsed.at(), repetition, zone);
    Reminder reminder =
        new Reminder(
            new ReminderId(ids.newId()),
            user,
            text,
            when.at().truncatedTo(ChronoUnit.MILLIS),
            when.every(),
            null);
    return database.write(
        workspace,
        handle -> {
          store(handle, workspace).insert(reminder);
          DueItems.add(handle, workspace, reminder.id().value(), DueKind.REMINDER, reminder.at());
          return reminder;
        });
  }

  private static ReminderTime repeated(Instant first, Repetition repetition, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(first, zone);
    LocalTime time = LocalTime.ofInstant(first, zone).truncatedTo(ChronoUnit.MINUTES);
    Recurrence every =
        switch (repetition.frequency()) {
          case "daily" -> Recurrence.daily(1, time, zone);
          case "weekly" ->
              Recurrence.weekly(
                  1,
                  repetition.weekdays().isEmpty()
                      ? List.of(date.getDayOfWeek())
                      : repetition.weekdays(),
                  time,
                  zone);
          case "monthly" -> Recurrence.monthly(1, date, time, zone);
          case "yearly" -> Recurrence.yearly(1, date, time, zone);
          default -> throw new Refusal("cannot_parse");
        };
    return new ReminderTime(every.first(first.minusSeconds(60)), every);
  }

  private void requireOneself(Actor actor, UserId user) {
    if (user.equals(actor.user())) {
      return;
    }
    UserView other = users.get(actor, user);
    if (other.isBot()) {
      throw new Refusal(BuiltInBot.is(other) ? "cannot_add_slackbot" : "cannot_add_bot");
    }
    throw new Refusal("cannot_add_others");
  }

  /// One's own, the newest first.
  public List<Reminder> list(Actor actor) {
    return database.read(
        actor.workspace(),
        handle -> store(handle, actor.workspace()).ofPerson(actor.user(), MOST_LISTED));
  }

  /// One of one's own.
  ///
  /// @throws Refusal `not_found`
  public Reminder get(Actor actor, ReminderId id) {
    return database.read(actor.workspace(), handle -> own(handle, actor, id));
  }

  /// Says that it is done; if it is not due yet, it will not be told.
  ///
  /// @throws Refusal `not_found`, `cannot_complete_recurring`
  public void complete(Actor actor, ReminderId id) {
    change(
        actor,
        id,
        (store, reminder) -> {
          if (reminder.every() != null) {
            throw new Refusal("cannot_complete_recurring");
          }
          store.complete(id, clock.instant());
          return true;
        });
  }

  /// Forgets it.
  ///
  /// @throws Refusal `not_found`
  public void delete(Actor actor, ReminderId id) {
    change(
        actor,
        id,
        (store, _) -> {
          store.delete(id);
          return true;
        });
  }

  private void change(
      Actor actor, ReminderId id, BiFunction<ReminderStore, Reminder, Boolean> change) {
    WorkspaceId workspace = actor.workspace();
    boolean _ =
        database.write(
            workspace,
            handle -> {
              Reminder reminder = own(handle, actor, id);
              boolean isDone = change.apply(store(handle, workspace), reminder);
              DueItems.delete(handle, workspace, id.value());
              return isDone;
            });
  }

  private Reminder own(Handle handle, Actor actor, ReminderId id) {
    return store(handle, actor.workspace())
        .find(id)
        .filter(reminder -> reminder.user().equals(actor.user()))
        .orElseThrow(() -> new Refusal("not_found"));
  }

  private ReminderStore store(Handle handle, WorkspaceId workspace) {
    return new ReminderStore(handle, workspace, keys.of(workspace));
  }
}
