package dev.parley.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of conversation as it stands in a script. `docs/subsystems/demo.md` describes how
/// scripts are written.
///
/// @param head when it happens; empty for one that may happen at any time, more than once
record DemoScene(Optional<When> head, List<Line> lines) {
  private static final Pattern FIXED = Pattern.compile("=== (-?\\d+) (\\d\\d):(\\d\\d)");
  private static final Pattern SAID =
      Pattern.compile("(>{0,2}) ?([A-Za-z][A-Za-z0-9_.-]*)(?:/([a-z-]+))?: (.*)");

  /// A time of a day in the company's own zone.
  ///
  /// @param daysAgo how many days before today
  record When(int daysAgo, int hour, int minute) {}

  /// What somebody says.
  ///
  /// @param role a handle, or a capital letter for somebody of the channel
  /// @param tag the group of whom they must be, or null
  /// @param depth 0 for the channel, 1 for a thread, 2 for a reply that is shown in the channel too
  /// @param reactions names of emoji, each with how many people put it there at most, of many at
  /// least a third
  /// @param edited what the text becomes after a while, or null
  /// @param isDeleted whether the message is taken back
  /// @param pause how long before it nothing happens; null for as long as people take
  record Line(
      String role,
      @Nullable String tag,
      int depth,
      String text,
      List<Reaction> reactions,
      @Nullable String edited,
      boolean isDeleted,
      @Nullable Duration pause) {

    Line reactedTo(List<Reaction> more) {
      return new Line(role, tag, depth, text, more, edited, isDeleted, pause);
    }

    Line editedTo(String newText) {
      return new Line(role, tag, depth, text, reactions, newText, isDeleted, pause);
    }

    Line deleted() {
      return new Line(role, tag, depth, text, reactions, edited, true, pause);
    }

    Line and(String moreText) {
      return edited == null
          ? new Line(role, tag, depth, text + "\n" + moreText, reactions, null, isDeleted, pause)
          : editedTo(edited + "\n" + moreText);
    }
  }

  record Reaction(String emoji, int most) {}

  /// Reads the scenes of a script.
  static List<DemoScene> parse(List<String> script) {
    List<DemoScene> scenes = new ArrayList<>();
    Optional<When> head = Optional.empty();
    List<Line> lines = new ArrayList<>();
    @Nullable Duration pause = null;
    for (String line : script) {
      Matcher said = SAID.matcher(line);
      if (line.startsWith("===")) {
        add(scenes, head, lines);
        lines = new ArrayList<>();
        head = when(line);
      } else if (line.startsWith("... ")) {
        pause = Duration.parse("PT" + line.substring(4).strip());
      } else if (line.startsWith("  ")) {
        lines.add(lines.removeLast().and(line.substring(2)));
      } else if (line.startsWith("+ ")) {
        lines.add(lines.removeLast().reactedTo(reactions(line.substring(2))));
      } else if (line.startsWith("~ ")) {
        lines.add(lines.removeLast().editedTo(line.substring(2)));
      } else if (line.equals("-")) {
        lines.add(lines.removeLast().deleted());
      } else if (said.matches()) {
        lines.add(
            new Line(
                said.group(2),
                said.group(3),
                said.group(1).length(),
                said.group(4),
                List.of(),
                null,
                false,
                pause));
        pause = null;
      } else if (!line.isEmpty()) {
        throw new IllegalStateException("not understood: " + line);
      }
    }
    add(scenes, head, lines);
    return scenes;
  }

  private static void add(List<DemoScene> scenes, Optional<When> head, List<Line> lines) {
    if (!lines.isEmpty()) {
      scenes.add(new DemoScene(head, List.copyOf(lines)));
    }
  }

  private static Optional<When> when(String line) {
    Matcher fixed = FIXED.matcher(line);
    if (fixed.matches()) {
      return Optional.of(
          new When(
              Math.abs(Integer.parseInt(fixed.group(1))),
              Integer.parseInt(fixed.group(2)),
              Integer.parseInt(fixed.group(3))));
    }
    if (!line.equals("===")) {
      throw new IllegalStateException("not understood: " + line);
    }
    return Optional.empty();
  }

  private static List<Reaction> reactions(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(
            one -> {
              int star = one.indexOf('*');
              return star < 0
                  ? new Reaction(one, 1)
                  : new Reaction(one.substring(0, star), Integer.parseInt(one.substring(star + 1)));
            })
        .toList();
  }
}
