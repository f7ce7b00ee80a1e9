package dev.parley.core.dnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.DndView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When people are not to be disturbed, by the clock on their wall.
final class DndScheduleTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final DndEdit.Schedule NIGHTS = new DndEdit.Schedule(true, null, null, null);

  /// A Wednesday in winter in Vienna.
  private static Instant at(String time) {
    return at("2026-01-14", time);
  }

  private static Instant at(String date, String time) {
    return LocalDateTime.parse(date + "T" + time).atZone(VIENNA).toInstant();
  }

  private static Dnd nights() {
    return Dnd.NEVER.after(NIGHTS, at("12:00"), VIENNA);
  }

  private static void assertNext(DndView view, Instant start, Instant end) {
    assertThat(view.isEnabled()).isTrue();
    assertThat(Instant.ofEpochSecond(view.start())).isEqualTo(start);
    assertThat(Instant.ofEpochSecond(view.end())).isEqualTo(end);
  }

  @Test
  void whoSaidNothingMayBeDisturbed() {
    assertThat(Dnd.NEVER.own(at("23:00"), VIENNA))
        .isEqualTo(new DndView(false, 1, 1, DndView.AWAKE));
    assertThat(Dnd.NEVER.shown(at("23:00"), VIENNA)).isEqualTo(new DndView(false, 1, 1, null));
    assertThat(Dnd.NEVER.isQuiet(at("23:00"), VIENNA)).isFalse();
  }

  @Test
  void theNightThatGoesOnOrComesNextIsTold() {
    assertNext(nights().own(at("12:00"), VIENNA), at("22:00"), at("2026-01-15", "08:00"));
    assertNext(nights().own(at("07:59"), VIENNA), at("2026-01-13", "22:00"), at("08:00"));
    assertNext(nights().shown(at("08:00"), VIENNA), at("22:00"), at("2026-01-15", "08:00"));
    assertThat(nights().isQuiet(at("21:59:59"), VIENNA)).isFalse();
    assertThat(nights().isQuiet(at("22:00"), VIENNA)).isTrue();
    assertThat(nights().isQuiet(at("08:00"), VIENNA)).isFalse();
  }

  @Test
  void theClockOnTheWallDecidesWhenTheHourChanges() {
    Instant evening = at("2026-03-28", "23:00");

    DndView view = nights().own(evening, VIENNA);
    assertThat(view.end() - view.start()).isEqualTo(Duration.ofHours(9).toSeconds());
    assertNext(view, at("2026-03-28", "22:00"), at("2026-03-29", "08:00"));
  }

  @Test
  void aScheduleMayBeOnSomeDaysAndWithinADay() {
    Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    Dnd dnd =
        Dnd.NEVER.after(
            new DndEdit.Schedule(true, LocalTime.of(9, 0), LocalTime.of(17, 30), weekend),
            at("12:00"),
            VIENNA);

    assertNext(dnd.own(at("12:00"), VIENNA), at("2026-01-17", "09:00"), at("2026-01-17", "17:30"));
    assertThat(dnd.isQuiet(at("12:00"), VIENNA)).isFalse();
    assertThat(dnd.isQuiet(at("2026-01-18", "12:00"), VIENNA)).isTrue();
  }

  @Test
  void aNightThatIsEndedIsOverAndTheNextOneComes() {
    Dnd after = nights().after(new DndEdit.End(), at("23:00"), VIENNA);

    assertThat(after.isQuiet(at("23:30"), VIENNA)).isFalse();
    assertNext(
        after.own(at("23:30"), VIENNA), at("2026-01-15", "22:00"), at("2026-01-16", "08:00"));
    assertRefused("not_in_dnd", after, new DndEdit.End(), at("23:30"));
    assertRefused("not_in_dnd", nights(), new DndEdit.End(), at("12:00"));
  }

  @Test
  void othersSeeASnoozeAsATimeLikeAnyAndNotThatItIsOne() {
    DndEdit.Snooze hours = new DndEdit.Snooze(Duration.ofHours(3));
    Dnd noon = nights().after(hours, at("12:00"), VIENNA);
    Dnd evening = nights().after(hours, at("20:00"), VIENNA);

    assertThat(noon.own(at("13:00"), VIENNA).snooze())
        .isEqualTo(new DndView.Snooze(at("15:00").getEpochSecond(), 7_200));
    assertNext(noon.own(at("13:00"), VIENNA), at("22:00"), at("2026-01-15", "08:00"));
    assertNext(noon.shown(at("13:00"), VIENNA), at("12:00"), at("15:00"));
    assertThat(noon.shown(at("13:00"), VIENNA).snooze()).isNull();
    assertNext(evening.shown(at("20:30"), VIENNA), at("20:00"), at("2026-01-15", "08:00"));
  }

  @Test
  void aSnoozeEndsByItselfOrEarlier() {
    Dnd dnd = Dnd.NEVER.after(new DndEdit.Snooze(Duration.ofMinutes(5)), at("12:00"), VIENNA);

    assertThat(dnd.isQuiet(at("12:04:59"), VIENNA)).isTrue();
    assertThat(dnd.isQuiet(at("12:05"), VIENNA)).isFalse();
    assertThat(dnd.own(at("12:05"), VIENNA).snooze()).isEqualTo(DndView.AWAKE);
    assertThat(dnd.after(new DndEdit.EndSnooze(), at("12:01"), VIENNA)).isEqualTo(Dnd.NEVER);
    assertThat(dnd.after(new DndEdit.End(), at("12:01"), VIENNA).isQuiet(at("12:01"), VIENNA))
        .isFalse();
    assertRefused("snooze_end_failed", dnd, new DndEdit.EndSnooze(), at("12:05"));
  }

  @Test
  void aScheduleHasAnEndAndADay() {
    LocalTime noon = LocalTime.NOON;
    assertRefused(
        "invalid_arguments", nights(), new DndEdit.Schedule(true, noon, noon, null), at("12:00"));
    assertRefused(
        "invalid_arguments",
        nights(),
        new DndEdit.Schedule(true, null, null, Set.of()),
        at("12:00"));
  }

  private static void assertRefused(String code, Dnd dnd, DndEdit edit, Instant now) {
    assertThatThrownBy(() -> dnd.after(edit, now, VIENNA))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
