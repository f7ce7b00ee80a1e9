package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.dnd.DndEdit;
import dev.parley.core.dnd.DndSchedule;
import dev.parley.core.dnd.DndService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.DndView;
import dev.parley.protocol.view.JsonView;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `dnd.*`: when people are not to be disturbed.
public final class DndMethods {
  private static final int MOST_PEOPLE = 50;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private static final Arg<UserId> USER = Arg.userId("user");
  private static final Arg<List<UserId>> USERS =
      Arg.userIds("users")
          .missing("no_users_provided")
          .bad("user_not_visible")
          .within("1 to " + MOST_PEOPLE);
  private static final Arg<Integer> NUM_MINUTES =
      Arg.integer("num_minutes", Integer.MIN_VALUE, Integer.MAX_VALUE)
          .missing("missing_duration")
          .bad("snooze_failed")
          .within("1 to 525600");
  private static final Arg<Boolean> ENABLED = Arg.bool("enabled").required();
  private static final Arg<LocalTime> START = time("start");
  private static final Arg<LocalTime> END = time("end");
  private static final Arg<List<String>> DAYS = Arg.list("days").within("monday, tuesday, …");

  private final DndService dnd;

  public DndMethods(DndService dnd) {
    this.dnd = dnd;
  }

  public List<Method> all() {
    return List.of(
        Method.named("dnd.info", "Tells when a person is not to be disturbed.")
            .scopes("dnd:read")
            .tier(RateTier.TIER_3)
            .args(USER)
            .errors("user_not_found")
            .does(this::info),
        Method.named("dnd.teamInfo", "Tells when some people are not to be disturbed.")
            .scopes("dnd:read")
            .tier(RateTier.TIER_2)
            .args(USERS)
            .errors("user_not_visible")
            .does(this::teamInfo),
        Method.named("dnd.setSnooze", "Keeps disturbance away from the caller for a while.")
            .people()
            .userScopes("dnd:write")
            .tier(RateTier.TIER_2)
            .args(NUM_MINUTES)
            .writes()
            .errors("snooze_failed", "too_long")
            .does(this::setSnooze),
        Method.named("dnd.endSnooze", "Ends a snooze of the caller.")
            .people()
            .userScopes("dnd:write")
            .tier(RateTier.TIER_2)
            .writes()
            .errors("snooze_end_failed")
            .does(this::endSnooze),
        Method.named("dnd.endDnd", "Ends whatever keeps disturbance away from the caller now.")
            .people()
            .userScopes("dnd:write")
            .tier(RateTier.TIER_2)
            .writes()
            .errors("not_in_dnd")
            .does(this::endDnd),
        Method.named("client.dnd.get", "Tells between which times the caller is left alone.")
            .page()
            .tier(RateTier.TIER_3)
            .does(call -> schedule(dnd.schedule(call.actor()))),
        Method.named("client.dnd.set", "Says between which times the caller is left alone.")
            .page()
            .tier(RateTier.TIER_2)
            .args(ENABLED, START, END, DAYS)
            .writes()
            .does(this::set));
  }

  private static Arg<LocalTime> time(String name) {
    return Arg.of(
            name,
            "time",
            node -> {
              try {
                return Optional.of(LocalTime.parse(node.asText(), MINUTES));
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            })
        .within("HH:MM");
  }

  private Reply info(Call call) {
    return standing(dnd.of(call.actor(), call.find(USER).orElse(call.actor().user())));
  }

  private Reply teamInfo(Call call) {
    List<UserId> users = call.get(USERS);
    if (users.isEmpty()) {
      throw new Refusal("no_users_provided");
    }
    if (users.size() > MOST_PEOPLE) {
      throw new Refusal("invalid_arguments", "users: at most " + MOST_PEOPLE);
    }
    Map<String, JsonView> found = new LinkedHashMap<>();
    dnd.of(call.actor(), users).forEach((user, view) -> found.put(user.toString(), view));
    return Reply.ok().with("users", found);
  }

  private Reply setSnooze(Call call) {
    Reply reply = Reply.ok();
    withSnooze(reply, dnd.snooze(call.actor(), call.get(NUM_MINUTES)));
    return reply.with("snooze_is_indefinite", false);
  }

  private Reply endSnooze(Call call) {
    return standing(dnd.endSnooze(call.actor()));
  }

  private Reply endDnd(Call call) {
    DndView _ = dnd.end(call.actor());
    return Reply.ok();
  }

  private Reply set(Call call) {
    return schedule(
        dnd.schedule(
            call.actor(),
            new DndEdit.Schedule(
                call.get(ENABLED),
                call.find(START).orElse(null),
                call.find(END).orElse(null),
                call.find(DAYS).map(DndMethods::days).orElse(null))));
  }

  private static Set<DayOfWeek> days(List<String> names) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String name : names) {
      try {
        days.add(DayOfWeek.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new Refusal("invalid_arguments", "days: monday, tuesday, …");
      }
    }
    return days;
  }

  private static Reply standing(DndView view) {
    Reply reply =
        Reply.ok()
            .with("dnd_enabled", view.isEnabled())
            .with("next_dnd_start_ts", view.start())
            .with("next_dnd_end_ts", view.end());
    withSnooze(reply, view);
    return reply;
  }

  private static void withSnooze(Reply reply, DndView view) {
    DndView.Snooze snooze = view.snooze();
    if (snooze == null) {
      return;
    }
    reply.with("snooze_enabled", snooze.isOn());
    if (snooze.isOn()) {
      reply.with("snooze_endtime", snooze.end()).with("snooze_remaining", snooze.remaining());
    }
  }

  private static Reply schedule(DndSchedule schedule) {
    return Reply.ok()
        .with("enabled", schedule.isEnabled())
        .with("start", MINUTES.format(schedule.starts()))
        .with("end", MINUTES.format(schedule.ends()))
        .with(
            "days",
            schedule.days().stream()
                .sorted()
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList());
  }
}
