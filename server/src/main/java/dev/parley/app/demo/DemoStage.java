package dev.parley.app.demo;

import dev.parley.app.demo.DemoScene.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives the roles of a scene to people and lets them speak, at the pace of people who read, think
/// and type.
final class DemoStage {
  private static final int PULL_REQUESTS = 2_140;
  private static final int TICKETS = 18_400;
  private static final int EARLIEST = 7;
  /// Of so many messages one is corrected after it was sent.
  private static final int SLIPS = 60;

  /// A word that is neither a link, a name, an emoji nor code.
  private static final Pattern WORD = Pattern.compile("(?<= )[a-z]{6,}(?= )");

  private static final int LATEST = 21;

  private final DemoScripts.Script script;
  private final DemoCast cast;
  private final Instant now;
  private final Random random;

  DemoStage(DemoCast cast, DemoScripts.Script script, Instant now, Random random) {
    this.cast = cast;
    this.script = script;
    this.now = now;
    this.random = random;
  }

  List<DemoTalk.Say> play(DemoScene scene, Instant start) {
    int daysAgo = (int) ChronoUnit.DAYS.between(start, now);
    List<DemoCast.Person> there =
        script.people().stream().filter(person -> person.wasThere(daysAgo)).toList();
    Map<String, String> roles = roles(scene, there, start);
    DemoWords words =
        new DemoWords(
            random,
            new DemoWords.Names(
                cast.people().stream().map(DemoCast.Person::handle).collect(Collectors.toSet()),
                cast.rooms().stream().map(DemoCast.Room::name).collect(Collectors.toSet()),
                cast.circles().stream().map(DemoCast.Circle::handle).collect(Collectors.toSet()),
                roles));
    int age = DemoPlan.DAYS - daysAgo;
    words.put("pr", Integer.toString(PULL_REQUESTS + age * 13 + random.nextInt(13)));
    words.put("ticket", Integer.toString(TICKETS + age * 41 + random.nextInt(41)));
    words.put("version", "4." + age / 14 + "." + age % 14 / 3);
    List<DemoTalk.Say> said = new ArrayList<>();
    Instant channelTime = start;
    Instant threadTime = start;
    @Nullable UUID root = null;
    for (Line line : scene.lines()) {
      boolean isFirst = said.isEmpty();
      Duration pause = isFirst ? Duration.ZERO : pause(line);
      Instant after = line.depth() == 0 ? channelTime : threadTime;
      Instant at = after.plus(pause).plusNanos(random.nextInt(900_000) * 1_000L);
      DemoTalk.Say say = say(line, at, line.depth() == 0 ? null : root, roles, words, there);
      said.add(say);
      threadTime = at;
      if (line.depth() == 0) {
        channelTime = at;
        root = say.id();
      }
    }
    return said;
  }

  private Duration pause(Line line) {
    if (line.pause() != null) {
      return line.pause().plusSeconds(random.nextInt(240));
    }
    int typing = Math.min(line.text().length() / 4, 240);
    int thinking = line.depth() == 0 ? 15 + random.nextInt(100) : 30 + random.nextInt(420);
    return Duration.ofSeconds(typing + thinking);
  }

  private Map<String, String> roles(DemoScene scene, List<DemoCast.Person> there, Instant start) {
    Map<String, String> roles = new HashMap<>();
    List<Line> narrowFirst =
        scene.lines().stream()
            .sorted(
                Comparator.comparing(
                    (Line line) -> line.role().length() == 1 && line.tag() == null))
            .toList();
    for (Line line : narrowFirst) {
      String role = line.role();
      if (role.length() > 1) {
        roles.putIfAbsent(role, role);
      } else if (!roles.containsKey(role)) {
        roles.put(role, choose(line.tag(), there, Set.copyOf(roles.values()), start));
      }
    }
    return roles;
  }

  /// Somebody who is not in the scene yet and, if there is such a person, awake.
  private String choose(
      @Nullable String tag, List<DemoCast.Person> there, Set<String> taken, Instant start) {
    List<DemoCast.Person> fit =
        there.stream()
            .filter(person -> !person.isBot() && !taken.contains(person.handle()))
            .filter(person -> tag == null || person.tags().contains(tag))
            .toList();
    List<DemoCast.Person> awake =
        fit.stream().filter(person -> isAwake(person.zone(), start)).toList();
    List<DemoCast.Person> choice = awake.isEmpty() ? fit : awake;
    if (choice.isEmpty()) {
      throw new IllegalStateException("nobody for a role in " + script.name() + ", tag " + tag);
    }
    return choice.get(random.nextInt(choice.size())).handle();
  }

  private static boolean isAwake(ZoneId zone, Instant time) {
    int hour = time.atZone(zone).getHour();
    return hour >= EARLIEST && hour < LATEST;
  }

  private DemoTalk.Say say(
      Line line,
      Instant at,
      @Nullable UUID root,
      Map<String, String> roles,
      DemoWords words,
      List<DemoCast.Person> there) {
    String author = roles.getOrDefault(line.role(), line.role());
    List<String> others =
        new ArrayList<>(
            there.stream()
                .filter(person -> !person.isBot())
                .map(DemoCast.Person::handle)
                .filter(handle -> !handle.equals(author))
                .toList());
    List<DemoTalk.Reaction> reactions = new ArrayList<>();
    for (DemoScene.Reaction reaction : line.reactions()) {
      java.util.Collections.shuffle(others, random);
      int most = Math.min(reaction.most(), others.size());
      int count = most < 3 ? most : most / 3 + random.nextInt(most - most / 3);
      others.stream()
          .limit(count)
          .forEach(who -> reactions.add(new DemoTalk.Reaction(reaction.emoji(), who)));
    }
    String text = words.expand(line.text());
    @Nullable String edited = line.edited() == null ? null : words.expand(line.edited());
    if (edited == null && random.nextInt(SLIPS) == 0 && !isOfBot(author)) {
      edited = text;
      text = slip(text);
    }
    return new DemoTalk.Say(
        at.truncatedTo(ChronoUnit.MICROS),
        new UUID(random.nextLong(), random.nextLong()),
        author,
        text,
        root,
        line.depth() == 2,
        List.copyOf(reactions),
        text.equals(edited) ? null : edited,
        line.isDeleted());
  }

  private boolean isOfBot(String handle) {
    return cast.person(handle).isBot();
  }

  /// A text as somebody types it in haste: two letters of one word change places.
  private static String slip(String text) {
    Matcher word = WORD.matcher(text);
    if (text.contains("```") || !word.find()) {
      return text;
    }
    int place = word.start() + 2;
    return text.substring(0, place)
        + text.charAt(place + 1)
        + text.charAt(place)
        + text.substring(place + 2);
  }
}
