package dev.parley.core.user;

import dev.parley.kernel.UserId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names somebody is called by, folded: without case and marks, so that "Zoe" finds "Zoë".
///
/// @param names each as a whole
/// @param words the words of all of them
/// @param initials the first letters of each one's words
record CalledBy(
    UserId user, boolean isGone, List<String> names, List<String> words, List<String> initials) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[\\s._-]+");

  static CalledBy of(UserId user, boolean isGone, String... names) {
    List<String> folded =
        Arrays.stream(names)
            .map(CalledBy::fold)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    List<String> words = new ArrayList<>();
    List<String> initials = new ArrayList<>();
    for (String name : folded) {
      List<String> parts = words(name);
      words.addAll(parts);
      initials.add(parts.stream().map(part -> part.substring(0, 1)).collect(Collectors.joining()));
    }
    return new CalledBy(user, isGone, folded, words.stream().distinct().toList(), initials);
  }

  static String fold(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss");
    String open = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    return MARKS.matcher(open).replaceAll("");
  }

  /// How well the names answer folded letters: 5 for the very name down to 0 for not at all.
  int answers(String letters) {
    if (names.contains(letters)) {
      return 5;
    }
    if (names.stream().anyMatch(name -> name.startsWith(letters))) {
      return 4;
    }
    List<String> asked = words(letters);
    if (!asked.isEmpty() && asked.stream().allMatch(this::startsAWord)) {
      return 3;
    }
    if (initials.stream().anyMatch(each -> each.startsWith(letters))) {
      return 2;
    }
    return names.stream().anyMatch(name -> name.contains(letters)) ? 1 : 0;
  }

  /// By what lists of people are ordered.
  String first() {
    return names.isEmpty() ? "" : names.getFirst();
  }

  private boolean startsAWord(String start) {
    return words.stream().anyMatch(word -> word.startsWith(start));
  }

  private static List<String> words(String text) {
    return GAPS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }
}
