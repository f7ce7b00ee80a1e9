package dev.parley.core.dnd;

import dev.parley.core.dnd.DndSchedule.Span;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.DndView;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When somebody is not to be disturbed.
///
/// @param ended spans of the schedule that began by then are over
/// @param snooze the while for which they do not want to be disturbed besides; null if there is
/// none
public record Dnd(DndSchedule schedule, Instant ended, @Nullable Span snooze) {

  /// Who has never said anything.
  public static final Dnd NEVER = new Dnd(DndSchedule.NIGHTS, Instant.EPOCH, null);

  /// Whether they are not to be disturbed at a time.
  public boolean isQuiet(Instant now, ZoneId zone) {
    return snooze(now).isPresent() || current(now, zone).isPresent();
  }

  /// How it stands, as they see it themselves.
  public DndView own(Instant now, ZoneId zone) {
    DndView.Snooze ends =
        snooze(now)
            .map(span -> span.end().getEpochSecond())
            .map(end -> new DndView.Snooze(end, Math.max(0, end - now.getEpochSecond())))
            .orElse(DndView.AWAKE);
    return view(schedule.isEnabled(), schedule.next(now, ended, zone), ends);
  }

  /// How it stands, as others see it: why they are not to be disturbed is not told.
  public DndView shown(Instant now, ZoneId zone) {
    Optional<Span> next = schedule.next(now, ended, zone);
    Optional<Span> quiet =
        snooze(now)
            .map(span -> next.map(other -> together(span, other)).orElse(span))
            .or(() -> next);
    return view(quiet.isPresent(), quiet, null);
  }

  private static Span together(Span snooze, Span scheduled) {
    if (scheduled.start().isAfter(snooze.end())) {
      return snooze;
    }
    Instant start = snooze.start().isBefore(scheduled.start()) ? snooze.start() : scheduled.start();
    return new Span(start, snooze.end().isAfter(scheduled.end()) ? snooze.end() : scheduled.end());
  }

  private static DndView view(
      boolean isEnabled, Optional<Span> span, DndView.@Nullable Snooze snooze) {
    return span.map(
            next ->
                new DndView(
                    isEnabled, next.start().getEpochSecond(), next.end().getEpochSecond(), snooze))
        .orElse(new DndView(isEnabled, DndView.NEVER, DndView.NEVER, snooze));
  }

  private Optional<Span> snooze(Instant now) {
    return Optional.ofNullable(snooze).filter(span -> span.end().isAfter(now));
  }

  private Optional<Span> current(Instant now, ZoneId zone) {
    return schedule.next(now, ended, zone).filter(span -> !span.start().isAfter(now));
  }

  /// The same after a change.
  ///
  /// @throws Refusal as [DndEdit] says
  Dnd after(DndEdit edit, Instant now, ZoneId zone) {
    return switch (edit) {
      case DndEdit.Snooze(var lasting) -> {
        Instant start = snooze(now).map(Span::start).orElse(now);
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plus(lasting);
        yield new Dnd(schedule, ended, new Span(start, end));
      }
      case DndEdit.EndSnooze _ -> {
        if (snooze(now).isEmpty()) {
          throw new Refusal("snooze_end_failed");
        }
        yield new Dnd(schedule, ended, null);
      }
      case DndEdit.End _ -> {
        if (!isQuiet(now, zone)) {
          throw new Refusal("not_in_dnd");
        }
        yield new Dnd(schedule, now, null);
      }
      case DndEdit.Schedule change -> scheduled(change);
    };
  }

  private Dnd scheduled(DndEdit.Schedule change) {
    LocalTime starts = change.starts() == null ? schedule.starts() : change.starts();
    LocalTime ends = change.ends() == null ? schedule.ends() : change.ends();
    Set<DayOfWeek> days = change.days() == null ? schedule.days() : change.days();
    DndSchedule next = new DndSchedule(change.isEnabled(), starts, ends, days);
    return next.equals(schedule) ? this : new Dnd(next, Instant.EPOCH, snooze);
  }
}
