package dev.parley.core.dnd;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One change of when somebody is not to be disturbed.
public sealed interface DndEdit {

  /// Not from now on, for a while; in place of a while that was said before.
  record Snooze(Duration lasting) implements DndEdit {}

  /// That while is over; refused with `snooze_end_failed` if there is none.
  record EndSnooze() implements DndEdit {}

  /// Whatever keeps disturbance away now is over; refused with `not_in_dnd` if nothing does. The
  /// schedule stays.
  record End() implements DndEdit {}

  /// Another schedule.
  ///
  /// @param starts null as it was, as are the others
  record Schedule(
      boolean isEnabled,
      @Nullable LocalTime starts,
      @Nullable LocalTime ends,
      @Nullable Set<DayOfWeek> days)
      implements DndEdit {}
}
