package dev.parley.app.demo;

import dev.parley.app.demo.DemoScene.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that happens in the demo's company, chosen by the seed: the same seed at the same
/// time gives the same plan.
///
/// @param cast who and what there is
/// @param talks the conversations, each with what happens in it in order of time
record DemoPlan(DemoCast cast, List<DemoTalk> talks) {
  /// How many days the company's history has.
  static final int DAYS = 91;

  static final ZoneId HOME = ZoneId.of("Europe/Vienna");
  private static final Duration BREATH = Duration.ofMinutes(3);

  /// @param messages how many messages there are to be, at least those of the scenes that the
  ///     scripts fix
  static DemoPlan make(long seed, Instant now, int messages) {
    DemoCast cast = DemoCast.read();
    List<DemoScripts.Script> scripts = DemoScripts.read(cast);
    int fixed = scripts.stream().mapToInt(script -> size(script.scenes(), true)).sum();
    int shares = scripts.stream().mapToInt(DemoScripts.Script::share).sum();
    List<DemoTalk> talks = new ArrayList<>();
    int left = Math.max(0, messages - fixed);
    for (DemoScripts.Script script : scripts) {
      Random random = new Random(seed * 31 + script.name().hashCode());
      int wanted = shares == 0 ? 0 : left * script.share() / shares;
      left -= wanted;
      shares -= script.share();
      List<Scheduled> scheduled = schedule(script, wanted, now, random);
      int planned = scheduled.stream().mapToInt(one -> one.scene().lines().size()).sum();
      left += wanted - (planned - size(script.scenes(), true));
      talks.add(play(cast, script, scheduled, now, random));
    }
    return new DemoPlan(cast, List.copyOf(talks));
  }

  private static int size(List<DemoScene> scenes, boolean isFixed) {
    return scenes.stream()
        .filter(scene -> scene.head().isPresent() == isFixed)
        .mapToInt(scene -> scene.lines().size())
        .sum();
  }

  /// A scene and when it begins.
  record Scheduled(DemoScene scene, Instant start) {}

  /// Finds a time for each scene. Those that may come more than once are all used before one comes
  /// again.
  private static List<Scheduled> schedule(
      DemoScripts.Script script, int wanted, Instant now, Random random) {
    List<Scheduled> scheduled = new ArrayList<>();
    List<DemoScene> free = new ArrayList<>();
    for (DemoScene scene : script.scenes()) {
      scene
          .head()
          .ifPresentOrElse(
              when -> at(when, now).ifPresent(start -> scheduled.add(new Scheduled(scene, start))),
              () -> free.add(scene));
    }
    Deque<DemoScene> deck = new ArrayDeque<>();
    List<DemoScene> drawn = new ArrayList<>();
    for (int size = 0; size < wanted && !free.isEmpty(); ) {
      if (deck.isEmpty()) {
        Collections.shuffle(free, random);
        deck.addAll(free);
      }
      DemoScene scene = deck.removeFirst();
      drawn.add(scene);
      size += scene.lines().size();
    }
    DemoRhythm rhythm = new DemoRhythm(script, now, random);
    List<Instant> starts = Stream.generate(rhythm::next).limit(drawn.size()).sorted().toList();
    for (int i = 0; i < drawn.size(); i++) {
      scheduled.add(new Scheduled(drawn.get(i), starts.get(i)));
    }
    scheduled.sort(Comparator.comparing(Scheduled::start));
    return scheduled;
  }

  private static Optional<Instant> at(When when, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, HOME).minusDays(when.daysAgo());
    Instant start = day.atTime(when.hour(), when.minute()).atZone(HOME).toInstant();
    return Optional.of(start).filter(time -> time.isBefore(now));
  }

  /// Lets the scenes happen one after the other, and people who come later come.
  private static DemoTalk play(
      DemoCast cast,
      DemoScripts.Script script,
      List<Scheduled> scheduled,
      Instant now,
      Random random) {
    List<DemoTalk.Step> steps = new ArrayList<>();
    for (DemoCast.Person late : script.people()) {
      if (late.since() < Math.min(DAYS, script.since())) {
        Instant comes = at(new When(late.since(), 8, random.nextInt(50)), now).orElse(now);
        steps.add(new DemoTalk.Join(comes, late.handle()));
      }
    }
    DemoStage stage = new DemoStage(cast, script, now, random);
    Instant free = Instant.EPOCH;
    for (Scheduled one : scheduled) {
      Instant start = one.start().isBefore(free) ? free : one.start();
      List<DemoTalk.Say> said = stage.play(one.scene(), start);
      steps.addAll(said);
      free =
          said.stream()
              .filter(say -> say.answers() == null)
              .map(DemoTalk.Say::at)
              .max(Comparator.naturalOrder())
              .orElse(start)
              .plus(BREATH);
    }
    List<DemoTalk.Step> past =
        steps.stream()
            .filter(step -> step.at().isBefore(now.minusSeconds(90)))
            .sorted(Comparator.comparing(DemoTalk.Step::at))
            .collect(Collectors.toUnmodifiableList());
    return new DemoTalk(script.room(), script.people(), past);
  }

  /// How many messages are said.
  int messages() {
    return talks.stream().mapToInt(talk -> talk.said().size()).sum();
  }
}
