package dev.parley.core.channel;

import dev.parley.kernel.Folding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody types of a channel's name, as patterns that the database looks for.
///
/// @param letters folded
/// @param starts a pattern of `like` for each word, which begins some word of a name
/// @param initials a regular expression: the letters begin one word of a name after the other
/// @param loosely a pattern of `like`: the letters stand in a name in their order
/// @param span a regular expression: the shortest part of a name that has them in their order
/// @param most how long that part may be
record ChannelQuery(
    String letters, List<String> starts, String initials, String loosely, String span, int most) {
  /// No name is as long.
  private static final int MAX_LENGTH = 200;

  private static final String NO_NAME = "";
  private static final String NO_MATCH = "^$";
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  static ChannelQuery of(String query) {
    String letters = query.length() > MAX_LENGTH ? "" : Folding.fold(query);
    List<String> words = Folding.words(letters).stream().distinct().toList();
    List<String> starts = words.stream().map(word -> "%-" + escape(word) + "%").toList();
    String joined = letters.replaceAll("\\s+", "");
    boolean isPlain = PLAIN.matcher(joined).matches();
    return new ChannelQuery(
        letters,
        starts.isEmpty() ? List.of(NO_NAME) : starts,
        isPlain ? each(joined, "^[-_]*", "[^-_]*[-_]+", "") : NO_MATCH,
        each(String.join("", Folding.words(letters)), "%", "%", "%"),
        isPlain ? each(joined, "", ".*?", "") : NO_MATCH,
        2 * joined.codePointCount(0, joined.length()));
  }

  boolean isNothing() {
    return letters.isEmpty();
  }

  private static String each(String letters, String before, String between, String after) {
    return letters
        .codePoints()
        .mapToObj(letter -> escape(Character.toString(letter)))
        .collect(Collectors.joining(between, before, after));
  }

  private static String escape(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
