package dev.parley.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as people say them, on Thursday 26 November 2026 at 12:30 in Vienna.
final class ReminderTimeTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final Instant NOW = at("2026-11-26T12:30");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(VIENNA).toInstant();
  }

  private static String local(Instant time) {
    return LocalDateTime.ofInstant(time, VIENNA).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "in 5 minutes, 2026-11-26T12:35",
    "In 15 min, 2026-11-26T12:45",
    "in an hour, 2026-11-26T13:30",
    "in half an hour, 2026-11-26T13:00",
    "2 days from now, 2026-11-28T12:30",
    "in 3 weeks, 2026-12-17T12:30",
    "in a month, 2026-12-26T12:30",
    "90, 2026-11-26T12:31:30",
    "at 2pm, 2026-11-26T14:00",
    "at 9am, 2026-11-27T09:00",
    "12:30pm, 2026-11-27T12:30",
    "at 17:45, 2026-11-26T17:45",
    "noon, 2026-11-27T12:00",
    "tonight, 2026-11-26T20:00",
    "today at 5 pm, 2026-11-26T17:00",
    "tomorrow, 2026-11-27T09:00",
    "tomorrow at 9am, 2026-11-27T09:00",
    "tomorrow morning at 8:15, ''",
    "tomorrow in the afternoon, 2026-11-27T13:00",
    "at 6 on friday, 2026-11-27T06:00",
    "friday, 2026-11-27T09:00",
    "Thursday at 3pm, 2026-11-26T15:00",
    "thursday at 10am, 2026-12-03T10:00",
    "next thursday at 3pm, 2026-12-03T15:00",
    "on mon at noon, 2026-11-30T12:00",
    "next week, 2026-12-03T09:00",
    "December 10, 2026-12-10T09:00",
    "on june 10th at 7:30am, 2027-06-10T07:30",
    "10 June 2028, 2028-06-10T09:00",
    "the 3rd of january, 2027-01-03T09:00",
    "on the 1st, 2026-12-01T09:00",
    "2026-12-24 at 18:00, 2026-12-24T18:00",
    "12/24, 2026-12-24T09:00",
    "feb 29, 2028-02-29T09:00",
    "1/2/2028 9pm, 2028-01-02T21:00"
  })
  void whatIsSaidOnceIsUnderstood(String said, String expected) {
    String found =
        ReminderTime.parse(said, NOW, VIENNA)
            .filter(time -> time.every() == null)
            .map(time -> local(time.at()))
            .orElse("");

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every day | 2026-11-27T09:00 2026-11-28T09:00",
        "every day at 2pm | 2026-11-26T14:00 2026-11-27T14:00",
        "daily at 8:00 | 2026-11-27T08:00 2026-11-28T08:00",
        "every other day at 2pm | 2026-11-26T14:00 2026-11-28T14:00",
        "every weekday at 11 am | 2026-11-27T11:00 2026-11-30T11:00 2026-12-01T11:00",
        "every weekend | 2026-11-28T09:00 2026-11-29T09:00 2026-12-05T09:00",
        "every Tuesday | 2026-12-01T09:00 2026-12-08T09:00",
        "every thursday at 3pm | 2026-11-26T15:00 2026-12-03T15:00",
        "Every Monday, Wednesday and Friday at 9am"
            + "| 2026-11-27T09:00 2026-11-30T09:00 2026-12-02T09:00 2026-12-04T09:00",
        "every other wednesday at 5pm | 2026-12-02T17:00 2026-12-16T17:00",
        "every 3 weeks on mondays | 2026-11-30T09:00 2026-12-21T09:00",
        "every week | 2026-12-03T09:00 2026-12-10T09:00",
        "every month on the 31st | 2026-11-30T09:00 2026-12-31T09:00 2027-01-31T09:00"
            + " 2027-02-28T09:00 2027-03-31T09:00",
        "every 15th at noon | 2026-12-15T12:00 2027-01-15T12:00",
        "every month | 2026-12-26T09:00 2027-01-26T09:00",
        "every year on may 1 | 2027-05-01T09:00 2028-05-01T09:00",
        "every feb 29 | 2027-02-28T09:00 2028-02-29T09:00 2029-02-28T09:00",
        "every december 24 at 6pm | 2026-12-24T18:00 2027-12-24T18:00"
      })
  void whatHappensAgainIsUnderstood(String said, String expected) {
    List<String> wanted = List.of(expected.strip().split(" "));
    ReminderTime time = ReminderTime.parse(said, NOW, VIENNA).orElseThrow();
    Recurrence every = Objects.requireNonNull(time.every());
    List<String> found = new ArrayList<>();
    Instant last = time.at();
    while (found.size() < wanted.size()) {
      found.add(local(last));
      last = every.next(last, last);
    }

    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "someday",
        "in a moment",
        "5 minutes",
        "0",
        "1600000000",
        "9999999999999",
        "in 6 years",
        "yesterday",
        "today at 9am",
        "2026-11-25",
        "2026-13-01",
        "june 31",
        "at 25:00",
        "13pm",
        "every",
        "every blue moon",
        "every 0 days",
        "every monday and someday",
        "tomorrow tomorrow"
      })
  void whatMakesNoSenseIsNot(String said) {
    assertThat(ReminderTime.parse(said, NOW, VIENNA)).isEmpty();
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() {
    ReminderTime time = ReminderTime.parse("every day at 2pm", NOW, VIENNA).orElseThrow();
    Recurrence every = Objects.requireNonNull(time.every());

    assertThat(local(every.next(time.at(), at("2026-12-05T14:00")))).isEqualTo("2026-12-06T14:00");
  }

  @Test
  void theClockOnTheWallDecidesWhenTheHourChanges() {
    Instant before = at("2027-03-27T08:00");
    ReminderTime time = ReminderTime.parse("every day at 2:30", before, VIENNA).orElseThrow();
    Recurrence every = Objects.requireNonNull(time.every());
    Instant skipped = time.at();
    Instant after = every.next(skipped, skipped);

    assertThat(local(skipped)).isEqualTo("2027-03-28T03:30");
    assertThat(local(after)).isEqualTo("2027-03-29T02:30");
  }
}
