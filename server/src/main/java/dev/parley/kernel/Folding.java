package dev.parley.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How names are compared with what somebody types: without case and marks, so that "Zoe" finds
/// "Zoë". The page folds by the same rules.
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[\\s._-]+");

  private Folding() {}

  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss");
    String open = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    return MARKS.matcher(open).replaceAll("").strip();
  }

  /// The words of a folded text in their order.
  public static List<String> words(String folded) {
    return GAPS.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
  }
}
