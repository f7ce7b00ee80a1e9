package dev.parley.api.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.reminder.Reminder;
import dev.parley.core.reminder.ReminderService;
import dev.parley.core.reminder.ReminderService.Repetition;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.ReminderId;
import dev.parley.kernel.UserId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `reminders.*`: what people have themselves be told at a time.
public final class ReminderMethods {
  private static final String NOT_FOUND = "not_found";

  private static final Arg<String> TEXT = Arg.string("text").required();
  private static final Arg<String> TIME = Arg.string("time").missing("cannot_parse");
  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<JsonNode> RECURRENCE = Arg.object("recurrence").bad("cannot_parse");
  private static final Arg<ReminderId> ID =
      Arg.of("reminder", "reminder", node -> ReminderId.parse(node.asText()))
          .missing(NOT_FOUND)
          .bad(NOT_FOUND);

  private final ReminderService reminders;

  public ReminderMethods(ReminderService reminders) {
    this.reminders = reminders;
  }

  public List<Method> all() {
    return List.of(
        Method.named("reminders.add", "Has the caller be reminded of something.")
            .people()
            .userScopes("reminders:write")
            .tier(RateTier.TIER_2)
            .args(TEXT, TIME, USER, RECURRENCE)
            .writes()
            .errors(
                "cannot_add_bot",
                "cannot_add_others",
                "cannot_add_slackbot",
                "cannot_parse",
                "user_not_found")
            .does(this::add),
        Method.named("reminders.complete", "Says that the caller is done with a reminder.")
            .people()
            .userScopes("reminders:write")
            .tier(RateTier.TIER_2)
            .args(ID)
            .writes()
            .errors("cannot_complete_recurring", NOT_FOUND)
            .does(this::complete),
        Method.named("reminders.delete", "Forgets a reminder of the caller.")
            .people()
            .userScopes("reminders:write")
            .tier(RateTier.TIER_2)
            .args(ID)
            .writes()
            .errors(NOT_FOUND)
            .does(this::delete),
        Method.named("reminders.info", "Reads a reminder of the caller.")
            .people()
            .userScopes("reminders:read")
            .tier(RateTier.TIER_2)
            .args(ID)
            .errors(NOT_FOUND)
            .does(this::info),
        Method.named("reminders.list", "Lists the caller's reminders, the newest first.")
            .people()
            .userScopes("reminders:read")
            .tier(RateTier.TIER_2)
            .does(this::list));
  }

  private Reply add(Call call) {
    Reminder reminder =
        reminders.add(
            call.actor(),
            call.get(TEXT),
            call.get(TIME),
            call.find(USER).orElse(call.actor().user()),
            call.find(RECURRENCE).map(ReminderMethods::repetition).orElse(null));
    return Reply.ok().with("reminder", reminder.view());
  }

  private static Repetition repetition(JsonNode given) {
    List<DayOfWeek> weekdays = new ArrayList<>();
    for (JsonNode weekday : given.path("weekdays")) {
      weekdays.add(weekday(weekday.asText()));
    }
    return new Repetition(given.path("frequency").asText(), weekdays);
  }

  private static DayOfWeek weekday(String name) {
    try {
      return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal("cannot_parse", "weekdays: monday, tuesday, …");
    }
  }

  private Reply complete(Call call) {
    reminders.complete(call.actor(), call.get(ID));
    return Reply.ok();
  }

  private Reply delete(Call call) {
    reminders.delete(call.actor(), call.get(ID));
    return Reply.ok();
  }

  private Reply info(Call call) {
    return Reply.ok().with("reminder", reminders.get(call.actor(), call.get(ID)).view());
  }

  private Reply list(Call call) {
    return Reply.ok()
        .with("reminders", reminders.list(call.actor()).stream().map(Reminder::view).toList());
  }
}
