package dev.parley.core.dnd;

import dev.parley.kernel.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Between which times of the day somebody is not to be disturbed, by the clock on their wall.
///
/// @param starts to the minute
/// @param ends to the minute; on the next day unless it is after the start
/// @param days on which it starts
public record DndSchedule(
    boolean isEnabled, LocalTime starts, LocalTime ends, Set<DayOfWeek> days) {
  private static final Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

  /// What is proposed to who has never said anything: the nights, but not turned on.
  public static final DndSchedule NIGHTS =
      new DndSchedule(false, LocalTime.of(22, 0), LocalTime.of(8, 0), EVERY_DAY);

  /// @throws Refusal `invalid_arguments` if it would last a whole day or is on no day
  public DndSchedule {
    starts = starts.truncatedTo(ChronoUnit.MINUTES);
    ends = ends.truncatedTo(ChronoUnit.MINUTES);
    days = Set.copyOf(days);
    if (starts.equals(ends)) {
      throw new Refusal("invalid_arguments", "start and end are the same");
    }
    if (days.isEmpty()) {
      throw new Refusal("invalid_arguments", "days: at least one");
    }
  }

  /// A time in which somebody is not to be disturbed.
  record Span(Instant start, Instant end) {}

  /// The span that goes on, or else comes next.
  ///
  /// @param over spans that began by then do not count
  Optional<Span> next(Instant now, Instant over, ZoneId zone) {
    if (!isEnabled) {
      return Optional.empty();
    }
    LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
    return yesterday
        .datesUntil(yesterday.plusDays(10))
        .filter(date -> days.contains(date.getDayOfWeek()))
        .map(date -> on(date, zone))
        .filter(span -> span.end().isAfter(now) && span.start().isAfter(over))
        .findFirst();
  }

  private Span on(LocalDate date, ZoneId zone) {
    LocalDate last = ends.isAfter(starts) ? date : date.plusDays(1);
    return new Span(
        date.atTime(starts).atZone(zone).toInstant(), last.atTime(ends).atZone(zone).toInstant());
  }
}
