package dev.parley.core.reminder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When something happens again and again, by the clock on somebody's wall.
///
/// @param interval how many days, weeks, months or years lie between, at least 1
/// @param weekdays 1 for Monday to 7 for Sunday, in order; empty unless weekly
/// @param day of the month, 1 to 31, for monthly and yearly ones: the last day of shorter months
/// @param month 1 to 12 for yearly ones
/// @param time `HH:mm`
/// @param zone a name of the time zone database
record Recurrence(
    Frequency frequency,
    int interval,
    List<Integer> weekdays,
    int day,
    int month,
    String time,
    String zone) {

  enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  Recurrence {
    weekdays = List.copyOf(weekdays);
  }

  static Recurrence daily(int interval, LocalTime time, ZoneId zone) {
    return of(Frequency.DAILY, interval, List.of(), null, time, zone);
  }

  static Recurrence weekly(int interval, List<DayOfWeek> weekdays, LocalTime time, ZoneId zone) {
    List<Integer> numbers = weekdays.stream().map(DayOfWeek::getValue).sorted().distinct().toList();
    return of(Frequency.WEEKLY, interval, numbers, null, time, zone);
  }

  /// @param like a day whose day of the month is meant
  static Recurrence monthly(int interval, LocalDate like, LocalTime time, ZoneId zone) {
    return of(Frequency.MONTHLY, interval, List.of(), like, time, zone);
  }

  /// @param like a day whose day and month are meant
  static Recurrence yearly(int interval, LocalDate like, LocalTime time, ZoneId zone) {
    return of(Frequency.YEARLY, interval, List.of(), like, time, zone);
  }

  private static Recurrence of(
      Frequency frequency,
      int interval,
      List<Integer> weekdays,
      @Nullable LocalDate like,
      LocalTime time,
      ZoneId zone) {
    int day = like == null ? 0 : like.getDayOfMonth();
    int month = like == null ? 0 : like.getMonthValue();
    return new Recurrence(frequency, interval, weekdays, day, month, time.toString(), zone.getId());
  }

  /// The first time after an instant.
  Instant first(Instant now) {
    ZoneId where = ZoneId.of(zone);
    LocalDate today = LocalDate.ofInstant(now, where);
    LocalDate date = fits(today) ? today : step(today, 1);
    while (!at(date).isAfter(now)) {
      date = step(date, 1);
    }
    return at(date);
  }

  /// The first time after an instant, counted on from one at which it happened.
  Instant next(Instant last, Instant now) {
    LocalDate date = LocalDate.ofInstant(last, ZoneId.of(zone));
    do {
      date = step(date, interval);
    } while (!at(date).isAfter(now));
    return at(date);
  }

  private Instant at(LocalDate date) {
    return date.atTime(LocalTime.parse(time)).atZone(ZoneId.of(zone)).toInstant();
  }

  private boolean fits(LocalDate date) {
    return switch (frequency) {
      case DAILY -> true;
      case WEEKLY -> weekdays.contains(date.getDayOfWeek().getValue());
      case MONTHLY -> date.equals(inMonth(date));
      case YEARLY -> date.getMonthValue() == month && date.equals(inMonth(date));
    };
  }

  /// The next fitting day after one, fitting or not.
  private LocalDate step(LocalDate date, int steps) {
    return switch (frequency) {
      case DAILY -> date.plusDays(steps);
      case WEEKLY -> nextWeekday(date, steps);
      case MONTHLY -> {
        LocalDate same = inMonth(date);
        yield same.isAfter(date) ? same : inMonth(date.withDayOfMonth(1).plusMonths(steps));
      }
      case YEARLY -> {
        LocalDate same = inMonth(date.withDayOfMonth(1).withMonth(month));
        yield same.isAfter(date)
            ? same
            : inMonth(date.withDayOfMonth(1).withMonth(month).plusYears(steps));
      }
    };
  }

  /// The next of the weekdays: in the same week, or the first of a later one.
  private LocalDate nextWeekday(LocalDate date, int weeks) {
    int today = date.getDayOfWeek().getValue();
    for (int weekday : weekdays) {
      if (weekday > today) {
        return date.plusDays(weekday - today);
      }
    }
    return date.plusWeeks(weeks).plusDays(weekdays.getFirst() - today);
  }

  private LocalDate inMonth(LocalDate date) {
    return date.withDayOfMonth(Math.min(day, date.lengthOfMonth()));
  }
}
