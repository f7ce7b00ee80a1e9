package dev.parley.core.reminder;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When somebody wants to be reminded, as they say it: seconds since 1970, seconds from now, or in
/// English words.
///
/// @param at the first or only time
/// @param every null if there is one time only
record ReminderTime(Instant at, @Nullable Recurrence every) {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration FARTHEST = Duration.ofDays(5 * 366);
  private static final long DAY_SECONDS = 86_400;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");

  private static final Pattern FROM_NOW =
      Pattern.compile(
          "(?:in )?(an?|half an?|\\d{1,6}) (second|sec|minute|min|hour|hr|day|week|month|year)s?"
              + "(?: from now)?");

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:\\bat |@ ?)?\\b(\\d{1,2})(?::(\\d{2}))? ?([ap])\\.?m\\b\\.?"
              + "|(?:\\bat |@ ?)(\\d{1,2})(?::(\\d{2}))?(?= |$)"
              + "|\\b(\\d{1,2}):(\\d{2})\\b"
              + "|\\b(?:at )?(noon|midnight)\\b"
              + "|\\b(?:in the |this )(morning|afternoon|evening)\\b"
              + "|\\b(tonight)\\b");

  /// Reads what somebody said.
  ///
  /// @param zone where they are
  /// @return empty if it cannot be understood, is over, or is more than five years away
  static Optional<ReminderTime> parse(String text, Instant now, ZoneId zone) {
    String said = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", " ");
    try {
      return read(said, now, zone)
          .filter(time -> time.at().isAfter(now))
          .filter(time -> !time.at().isAfter(now.plus(FARTHEST)));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReminderTime> read(String said, Instant now, ZoneId zone) {
    if (NUMBER.matcher(said).matches()) {
      long seconds = (long) Double.parseDouble(said);
      return once(
          seconds <= DAY_SECONDS ? now.plusSeconds(seconds) : Instant.ofEpochSecond(seconds));
    }
    Matcher fromNow = FROM_NOW.matcher(said);
    if (fromNow.matches() && (said.startsWith("in ") || said.endsWith(" from now"))) {
      return once(fromNow(fromNow.group(1), fromNow.group(2), now, zone));
    }
    Matcher clock = CLOCK.matcher(said);
    LocalTime time = clock.find() ? clockTime(clock) : null;
    String day = time == null ? said : cut(said, clock.start(), clock.end());
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day.startsWith("every") || DayPhrase.isRecurring(day)) {
      return DayPhrase.recurring(day, today, time == null ? MORNING : time, zone)
          .map(every -> new ReminderTime(every.first(now), every));
    }
    if (day.isEmpty()) {
      return time == null ? Optional.empty() : once(soonest(today, time, now, zone));
    }
    LocalTime when = time == null ? MORNING : time;
    boolean isTodayOver = !today.atTime(when).atZone(zone).toInstant().isAfter(now);
    return DayPhrase.date(day, today, isTodayOver)
        .flatMap(date -> once(date.atTime(when).atZone(zone).toInstant()));
  }

  private static Optional<ReminderTime> once(Instant at) {
    return Optional.of(new ReminderTime(at, null));
  }

  /// Today, or tomorrow if that is over.
  private static Instant soonest(LocalDate today, LocalTime time, Instant now, ZoneId zone) {
    Instant first = today.atTime(time).atZone(zone).toInstant();
    return first.isAfter(now) ? first : today.plusDays(1).atTime(time).atZone(zone).toInstant();
  }

  private static Instant fromNow(String count, String unit, Instant now, ZoneId zone) {
    boolean isHalf = count.startsWith("half");
    long many = isHalf || count.startsWith("a") ? 1 : Long.parseLong(count);
    Instant then =
        switch (unit) {
          case "second", "sec" -> now.plusSeconds(many);
          case "minute", "min" -> now.plus(Duration.ofMinutes(many));
          case "hour", "hr" -> now.plus(Duration.ofHours(many));
          case "day" -> now.atZone(zone).plusDays(many).toInstant();
          case "week" -> now.atZone(zone).plusWeeks(many).toInstant();
          case "month" -> now.atZone(zone).plusMonths(many).toInstant();
          default -> now.atZone(zone).plusYears(many).toInstant();
        };
    return isHalf ? now.plus(Duration.between(now, then).dividedBy(2)) : then;
  }

  private static LocalTime clockTime(Matcher found) {
    if (found.group(3) != null) {
      int hour = number(found.group(1));
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("hour");
      }
      boolean isAfternoon = found.group(3).equals("p");
      return LocalTime.of(hour % 12 + (isAfternoon ? 12 : 0), number(found.group(2)));
    }
    if (found.group(4) != null) {
      return LocalTime.of(number(found.group(4)), number(found.group(5)));
    }
    if (found.group(6) != null) {
      return LocalTime.of(number(found.group(6)), number(found.group(7)));
    }
    String word = found.group(8) != null ? found.group(8) : found.group(9);
    return switch (word == null ? "tonight" : word) {
      case "noon" -> LocalTime.NOON;
      case "midnight" -> LocalTime.MIDNIGHT;
      case "morning" -> MORNING;
      case "afternoon" -> LocalTime.of(13, 0);
      case "evening" -> LocalTime.of(18, 0);
      default -> LocalTime.of(20, 0);
    };
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static String cut(String said, int from, int to) {
    return (said.substring(0, from) + " " + said.substring(to)).strip().replaceAll(" +", " ");
  }
}
