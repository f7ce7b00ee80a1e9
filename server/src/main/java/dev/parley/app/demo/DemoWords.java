package dev.parley.app.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes a message of a line of a script: chooses among alternatives, fills gaps, writes mentions,
/// channels and addresses as they travel. Belongs to one scene, within which a gap always has the
/// same filling.
///
/// People, channels and groups have no ids yet; they stand as `<@{ann}>`, `<#{general}>` and
/// `<!subteam^{on-call}>`.
final class DemoWords {
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]\n]*\\|[^\\[\\]\n]*)]");
  private static final Pattern GAP = Pattern.compile("\\{([A-Za-z]+\\d*)(?::(\\d+)-(\\d+))?}");
  private static final Pattern MARKS =
      Pattern.compile(
          "https?://[^\\s<>]+[^\\s<>.,;:!?)]|(?<![\\w/])([@#])([a-z][a-z0-9-]*[a-z0-9])");
  private static final Set<String> EVERYBODY = Set.of("channel", "here", "everyone");
  private static final Map<String, List<String>> FILLINGS =
      DemoResource.lines("gaps.txt").stream()
          .filter(line -> !line.isBlank())
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(':')),
                  line ->
                      Arrays.stream(line.substring(line.indexOf(':') + 1).split("\\|", -1))
                          .map(String::strip)
                          .toList()));

  private final Random random;
  private final Names names;
  private final Map<String, String> filled = new HashMap<>();

  DemoWords(Random random, Names names) {
    this.random = random;
    this.names = names;
  }

  /// What can be named in a text.
  ///
  /// @param roles who plays the roles of the scene
  record Names(
      Set<String> people, Set<String> rooms, Set<String> circles, Map<String, String> roles) {}

  /// Fixes the filling of a gap.
  void put(String gap, String filling) {
    filled.put(gap, filling);
  }

  String expand(String line) {
    StringBuilder text = new StringBuilder();
    String[] parts = line.split("```", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1;
      text.append(i == 0 ? "" : "```").append(isCode ? escape(gaps(parts[i])) : prose(parts[i]));
    }
    return text.toString();
  }

  private String prose(String text) {
    return MARKS.matcher(escape(gaps(choices(text)))).replaceAll(this::mark);
  }

  private String choices(String text) {
    String chosen = text;
    for (Matcher choice = CHOICE.matcher(chosen); choice.find(); choice = CHOICE.matcher(chosen)) {
      String[] options = choice.group(1).split("\\|", -1);
      String option = options[random.nextInt(options.length)];
      chosen = chosen.substring(0, choice.start()) + option + chosen.substring(choice.end());
    }
    return chosen;
  }

  private String gaps(String text) {
    String whole = text;
    for (int depth = 0; depth < 3; depth++) {
      whole = GAP.matcher(whole).replaceAll(gap -> Matcher.quoteReplacement(filling(gap)));
    }
    return whole;
  }

  private String filling(MatchResult gap) {
    String name = gap.group(1);
    String role = names.roles().get(name);
    if (role != null) {
      return "@" + role;
    }
    if (gap.group(2) != null) {
      int least = Integer.parseInt(gap.group(2));
      int most = Integer.parseInt(gap.group(3));
      return filled.computeIfAbsent(
          gap.group(), _ -> Integer.toString(least + random.nextInt(most - least + 1)));
    }
    List<String> fillings = FILLINGS.get(name.replaceAll("\\d+$", ""));
    if (filled.containsKey(name)) {
      return filled.getOrDefault(name, "");
    }
    if (fillings == null) {
      return gap.group();
    }
    String filling = choices(fillings.get(random.nextInt(fillings.size())));
    filled.put(name, filling);
    return filling;
  }

  private String mark(MatchResult mark) {
    String sign = mark.group(1);
    if (sign == null) {
      return Matcher.quoteReplacement("<" + mark.group() + ">");
    }
    String name = mark.group(2);
    String written = mark.group();
    if (sign.equals("#")) {
      written = names.rooms().contains(name) ? "<#{" + name + "}>" : written;
    } else if (EVERYBODY.contains(name)) {
      written = "<!" + name + ">";
    } else if (names.people().contains(name)) {
      written = "<@{" + name + "}>";
    } else if (names.circles().contains(name)) {
      written = "<!subteam^{" + name + "}>";
    }
    return Matcher.quoteReplacement(written);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
