package dev.parley.core.channel;

import dev.parley.kernel.Folding;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/// What somebody types of a channel's name, as patterns that the database looks for.
///
/// @param letters folded
/// @param starts a pattern of `like` for each word, which begins some word of a name
/// @param initials a regular expression: the letters begin one word of a name after the other
/// @param loosely a pattern of `like`: the letters stand in a name in their order
/// @param near a pattern of `like`: they do so from the first letter of a part of a name on
/// @param most how long that part is at most
record ChannelQuery(
    String letters, List<String> starts, String initials, String loosely, String near, int most) {
  private static final String NO_NAME = "";
  private static final String NO_MATCH = "^$";
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  static ChannelQuery of(String query) {
    String folded = Folding.fold(query);
    String letters = isTooLong(folded) ? "" : folded;
    List<String> words = Folding.words(letters);
    List<String> starts = words.stream().distinct().map(word -> "%-" + escape(word) + "%").toList();
    String joined = letters.replaceAll("\\s+", "");
    int length = joined.codePointCount(0, joined.length());
    return new ChannelQuery(
        letters,
        starts.isEmpty() ? List.of(NO_NAME) : starts,
        PLAIN.matcher(joined).matches() ? initials(joined) : NO_MATCH,
        "%" + inOrder(String.join("", words)),
        length > 1 ? inOrder(joined) : NO_NAME,
        2 * length);
  }

  /// Gives the patterns to a statement that names them as this does.
  Query bindTo(Query statement) {
    return statement
        .bind("letters", letters)
        .bindArray("starts", String.class, starts)
        .bind("initials", initials)
        .bind("loosely", loosely)
        .bind("near", near)
        .bind("most", most);
  }

  boolean isNothing() {
    return letters.isEmpty();
  }

  /// Folding takes Korean letters apart, of which a name has as many as of others.
  private static boolean isTooLong(String folded) {
    return ChannelName.isTooLong(Normalizer.normalize(folded, Normalizer.Form.NFC));
  }

  /// A regular expression for letters that mean themselves there.
  private static String initials(String plain) {
    return each(plain).collect(Collectors.joining("[^-_]*[-_]+", "^[-_]*", ""));
  }

  private static String inOrder(String letters) {
    return each(letters).map(letter -> escape(letter) + "%").collect(Collectors.joining());
  }

  private static Stream<String> each(String letters) {
    return letters.codePoints().mapToObj(Character::toString);
  }

  private static String escape(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
