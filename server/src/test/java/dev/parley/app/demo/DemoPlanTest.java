package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DemoPlanTest {
  private static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");
  private static final DemoPlan PLAN = DemoPlan.make(Demo.SEED, NOW, Demo.MESSAGES);

  private static List<DemoTalk.Say> said() {
    return PLAN.talks().stream().flatMap(talk -> talk.said().stream()).toList();
  }

  @Test
  void theSameSeedGivesTheSameCompanyAndAnotherOneAnother() {
    assertThat(DemoPlan.make(Demo.SEED, NOW, Demo.MESSAGES)).isEqualTo(PLAN);
    assertThat(DemoPlan.make(Demo.SEED + 1, NOW, Demo.MESSAGES)).isNotEqualTo(PLAN);
  }

  @Test
  void itIsAsBigAsPromised() {
    assertThat(PLAN.messages()).isBetween(Demo.MESSAGES - 60, Demo.MESSAGES + 60);
    assertThat(PLAN.cast().people()).filteredOn(person -> !person.isBot()).hasSize(40);
    assertThat(PLAN.cast().people()).filteredOn(DemoCast.Person::isBot).hasSize(2);
    assertThat(PLAN.cast().rooms()).hasSize(25);
    Map<UUID, Integer> threads = new HashMap<>();
    said().stream()
        .filter(say -> say.answers() != null)
        .forEach(say -> threads.merge(say.answers(), 1, Integer::sum));
    assertThat(threads).hasSizeGreaterThan(800);
    assertThat(threads.values()).anyMatch(replies -> replies > 50);
  }

  @Test
  void everybodySpeaksAndReactsOnlyWhereTheyAre() {
    for (DemoTalk talk : PLAN.talks()) {
      int since = talk.room() == null ? 0 : Math.min(DemoPlan.DAYS, talk.room().since());
      Set<String> there = new HashSet<>();
      talk.people().stream()
          .filter(person -> person.since() >= since)
          .forEach(person -> there.add(person.handle()));
      for (DemoTalk.Step step : talk.steps()) {
        switch (step) {
          case DemoTalk.Join join -> there.add(join.who());
          case DemoTalk.Say say -> {
            assertThat(there).as(say.text()).contains(say.author());
            say.reactions().forEach(one -> assertThat(there).contains(one.who()));
          }
        }
      }
    }
  }

  @Test
  void threadsAreInOrderAndNothingIsOfTheFutureOrLeftUnfilled() {
    for (DemoTalk talk : PLAN.talks()) {
      Set<UUID> known = new HashSet<>();
      Instant last = Instant.EPOCH;
      for (DemoTalk.Say say : talk.said()) {
        assertThat(say.at()).isAfterOrEqualTo(last).isBefore(NOW);
        assertThat(say.at()).isAfter(NOW.minus(Duration.ofDays(DemoPlan.DAYS + 1L)));
        if (say.answers() != null) {
          assertThat(known).contains(say.answers());
        }
        known.add(say.id());
        last = say.at();
      }
    }
    assertThat(said())
        .filteredOn(say -> !say.text().contains("```"))
        .noneMatch(
            say -> say.text().matches("(?s).*(?<![@#^])\\{[a-zA-Z]+[0-9]*(:[0-9]+-[0-9]+)?}.*"));
  }

  @Test
  void nightsAndWeekendsAreQuiet() {
    long human = said().stream().filter(say -> !PLAN.cast().person(say.author()).isBot()).count();
    long atNight =
        said().stream()
            .filter(say -> !PLAN.cast().person(say.author()).isBot())
            .filter(
                say -> {
                  int hour = say.at().atZone(PLAN.cast().person(say.author()).zone()).getHour();
                  return hour < 6;
                })
            .count();
    assertThat(atNight).isLessThan(human / 25);
  }

  @Test
  void noLongSentenceIsSaidSoOftenThatOneSeesIt() {
    Map<String, Integer> times = new HashMap<>();
    said().stream()
        .filter(say -> !PLAN.cast().person(say.author()).isBot())
        .filter(say -> say.text().length() > 40)
        .forEach(say -> times.merge(say.text(), 1, Integer::sum));
    assertThat(times).allSatisfy((text, count) -> assertThat(count).as(text).isLessThan(10));
  }
}
