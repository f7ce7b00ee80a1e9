package dev.parley.app.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/// When people begin to talk: on working days, in the working hours of where they live, most of all
/// before noon and in the middle of the afternoon. Bots at any time.
final class DemoRhythm {
  private static final double WEEKEND = 0.07;

  /// How much is said in each hour from 7 to 21.
  private static final int[] HOURS = {1, 4, 9, 12, 11, 5, 6, 10, 11, 8, 5, 2, 1, 1, 1};

  private static final int FIRST_HOUR = 7;

  private final List<ZoneId> zones;
  private final boolean isOfBots;
  private final int since;
  private final int until;
  private final Instant now;
  private final Random random;

  DemoRhythm(DemoScripts.Script script, Instant now, Random random) {
    this.zones =
        script.people().stream()
            .filter(person -> !person.isBot())
            .map(DemoCast.Person::zone)
            .toList();
    this.isOfBots =
        script.scenes().stream()
            .allMatch(scene -> scene.lines().getFirst().role().equals("lookout"));
    this.since = Math.min(script.since(), DemoPlan.DAYS) - 1;
    this.until = script.until();
    this.now = now;
    this.random = random;
  }

  /// A time to begin.
  Instant next() {
    while (true) {
      ZoneId zone = zones.isEmpty() ? DemoPlan.HOME : zones.get(random.nextInt(zones.size()));
      int daysAgo = until + random.nextInt(Math.max(1, since - until));
      LocalDate day = LocalDate.ofInstant(now, zone).minusDays(daysAgo);
      int hour = isOfBots ? random.nextInt(24) : hour();
      Instant start =
          day.atTime(hour, random.nextInt(60), random.nextInt(60))
              .atZone(zone)
              .toInstant()
              .plusNanos(random.nextInt(1_000_000) * 1_000L);
      boolean isWeekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      double chance = isWeekend ? (isOfBots ? 0.5 : WEEKEND) : 1;
      if (start.isBefore(now) && random.nextDouble() < chance) {
        return start;
      }
    }
  }

  private int hour() {
    int total = 0;
    for (int weight : HOURS) {
      total += weight;
    }
    int left = random.nextInt(total);
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour];
      hour++;
    }
    return FIRST_HOUR + hour;
  }
}
