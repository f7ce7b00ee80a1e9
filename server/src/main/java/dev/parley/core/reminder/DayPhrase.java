package dev.parley.core.reminder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// English words for days, once or recurring, without a time of day; lower case, single spaces.
final class DayPhrase {
  private static final Map<String, DayOfWeek> WEEKDAYS =
      named(DayOfWeek.values(), name -> Stream.of(name, name.substring(0, 3)));
  private static final Map<String, Month> MONTHS =
      named(Month.values(), name -> Stream.of(name, name.substring(0, 3)));
  private static final List<DayOfWeek> WORKING_DAYS =
      Arrays.stream(DayOfWeek.values()).filter(day -> day.getValue() <= 5).toList();
  private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern SLASH_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([a-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\\d{4}))?");
  private static final Pattern DAY =
      Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?");
  private static final Pattern SEPARATOR = Pattern.compile(" (?:and |& )?");
  private static final Pattern EVERY =
      Pattern.compile("every (?:(other|\\d{1,3}) )?(day|week|month|year)s?(?: on (.+))?");

  private DayPhrase() {}

  private static <E extends Enum<E>> Map<String, E> named(
      E[] values, Function<String, Stream<String>> names) {
    return Arrays.stream(values)
        .flatMap(
            value ->
                names
                    .apply(value.name().toLowerCase(Locale.ROOT))
                    .distinct()
                    .map(name -> Map.entry(name, value)))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The one day that is meant.
  ///
  /// @param isTodayOver whether the time of day that goes with it is over today
  static Optional<LocalDate> date(String said, LocalDate today, boolean isTodayOver) {
    String day = said.startsWith("on ") ? said.substring(3) : said;
    LocalDate earliest = isTodayOver ? today.plusDays(1) : today;
    return switch (day) {
      case "today" -> Optional.of(today);
      case "tomorrow" -> Optional.of(today.plusDays(1));
      case "the day after tomorrow", "day after tomorrow" -> Optional.of(today.plusDays(2));
      case "next week" -> Optional.of(today.plusWeeks(1));
      case "next month" -> Optional.of(today.plusMonths(1));
      case "next year" -> Optional.of(today.plusYears(1));
      default -> weekday(day, today, earliest).or(() -> calendarDay(day, earliest));
    };
  }

  private static Optional<LocalDate> weekday(String day, LocalDate today, LocalDate earliest) {
    boolean isNext = day.startsWith("next ");
    String name = isNext || day.startsWith("this ") ? day.substring(5) : day;
    LocalDate from = isNext ? today.plusDays(1) : earliest;
    return Optional.ofNullable(WEEKDAYS.get(name))
        .map(weekday -> from.with(TemporalAdjusters.nextOrSame(weekday)));
  }

  private static Optional<LocalDate> calendarDay(String day, LocalDate earliest) {
    Matcher iso = ISO_DATE.matcher(day);
    if (iso.matches()) {
      return Optional.of(LocalDate.parse(day));
    }
    Matcher slash = SLASH_DATE.matcher(day);
    if (slash.matches()) {
      Month month = Month.of(Integer.parseInt(slash.group(1)));
      return Optional.of(inYear(month, slash.group(2), slash.group(3), earliest));
    }
    Matcher ofMonth = DAY.matcher(day);
    if (ofMonth.matches()) {
      return Optional.of(nextOfMonth(Integer.parseInt(ofMonth.group(1)), earliest));
    }
    Matcher monthFirst = MONTH_DAY.matcher(day);
    if (monthFirst.matches()) {
      return Optional.ofNullable(MONTHS.get(monthFirst.group(1)))
          .map(month -> inYear(month, monthFirst.group(2), monthFirst.group(3), earliest));
    }
    Matcher dayFirst = DAY_MONTH.matcher(day);
    if (dayFirst.matches()) {
      return Optional.ofNullable(MONTHS.get(dayFirst.group(2)))
          .map(month -> inYear(month, dayFirst.group(1), dayFirst.group(3), earliest));
    }
    return Optional.empty();
  }

  private static LocalDate inYear(
      Month month, String digits, @Nullable String year, LocalDate earliest) {
    int number = Integer.parseInt(digits);
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), month, number);
    }
    MonthDay day = MonthDay.of(month, number);
    for (int y = earliest.getYear(); ; y++) {
      if (day.isValidYear(y) && !day.atYear(y).isBefore(earliest)) {
        return day.atYear(y);
      }
    }
  }

  /// The next such day, in a month that has one.
  private static LocalDate nextOfMonth(int day, LocalDate earliest) {
    LocalDate month = earliest.withDayOfMonth(1);
    for (int i = 0; i < 12; i++, month = month.plusMonths(1)) {
      if (day <= month.lengthOfMonth() && !month.withDayOfMonth(day).isBefore(earliest)) {
        return month.withDayOfMonth(day);
      }
    }
    throw new java.time.DateTimeException("day: " + day);
  }

  /// Whether a word says that something happens again, though it does not say `every`.
  static boolean isRecurring(String said) {
    return List.of("daily", "weekly", "monthly", "yearly", "annually", "weekdays").contains(said);
  }

  /// What happens again and again.
  static Optional<Recurrence> recurring(String said, LocalDate today, LocalTime time, ZoneId zone) {
    List<DayOfWeek> now = List.of(today.getDayOfWeek());
    switch (said) {
      case "daily", "everyday":
        return Optional.of(Recurrence.daily(1, time, zone));
      case "weekly":
        return Optional.of(Recurrence.weekly(1, now, time, zone));
      case "monthly":
        return Optional.of(Recurrence.monthly(1, today, time, zone));
      case "yearly", "annually":
        return Optional.of(Recurrence.yearly(1, today, time, zone));
      case "every weekday", "every weekdays", "weekdays":
        return Optional.of(Recurrence.weekly(1, WORKING_DAYS, time, zone));
      case "every weekend":
        return Optional.of(Recurrence.weekly(1, WEEKEND, time, zone));
      default:
    }
    Matcher every = EVERY.matcher(said);
    if (every.matches()) {
      return byUnit(every, today, time, zone);
    }
    if (!said.startsWith("every ")) {
      return Optional.empty();
    }
    boolean isOther = said.startsWith("every other ");
    String days = said.substring(isOther ? 12 : 6);
    int interval = isOther ? 2 : 1;
    List<DayOfWeek> weekdays = weekdays(days);
    if (!weekdays.isEmpty()) {
      return Optional.of(Recurrence.weekly(interval, weekdays, time, zone));
    }
    return calendarDay(days, today)
        .map(
            date ->
                DAY.matcher(days).matches()
                    ? Recurrence.monthly(interval, date, time, zone)
                    : Recurrence.yearly(interval, date, time, zone));
  }

  private static Optional<Recurrence> byUnit(
      Matcher every, LocalDate today, LocalTime time, ZoneId zone) {
    String count = every.group(1);
    int interval = count == null ? 1 : count.equals("other") ? 2 : Integer.parseInt(count);
    String on = every.group(3);
    if (interval == 0) {
      return Optional.empty();
    }
    return switch (every.group(2)) {
      case "day" ->
          on == null ? Optional.of(Recurrence.daily(interval, time, zone)) : Optional.empty();
      case "week" -> {
        List<DayOfWeek> days = on == null ? List.of(today.getDayOfWeek()) : weekdays(on);
        yield days.isEmpty()
            ? Optional.empty()
            : Optional.of(Recurrence.weekly(interval, days, time, zone));
      }
      case "month" -> dayOr(on, today).map(date -> Recurrence.monthly(interval, date, time, zone));
      default -> dayOr(on, today).map(date -> Recurrence.yearly(interval, date, time, zone));
    };
  }

  private static Optional<LocalDate> dayOr(@Nullable String on, LocalDate today) {
    return on == null ? Optional.of(today) : calendarDay(on, today);
  }

  /// Weekdays one after the other, such as `monday wednesday and fridays`; none if a word is
  /// another.
  private static List<DayOfWeek> weekdays(String said) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String word : SEPARATOR.splitAsStream(said).toList()) {
      String name = word.endsWith("s") && !WEEKDAYS.containsKey(word) ? word(word) : word;
      DayOfWeek day = WEEKDAYS.get(name);
      if (day == null) {
        return List.of();
      }
      days.add(day);
    }
    return days;
  }

  private static String word(String plural) {
    return plural.substring(0, plural.length() - 1);
  }
}
