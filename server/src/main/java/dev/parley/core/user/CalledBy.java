package dev.parley.core.user;

import dev.parley.kernel.Folding;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The names somebody is called by, folded: without case and marks, so that "Zoe" finds "Zoë".
///
/// @param names each as a whole
/// @param words the words of all of them
/// @param initials the first letters of each one's words
record CalledBy(
    UserId user, boolean isGone, List<String> names, List<String> words, List<String> initials) {
  static CalledBy of(UserId user, boolean isGone, String... names) {
    List<String> folded =
        Arrays.stream(names).map(Folding::fold).filter(name -> !name.isEmpty()).distinct().toList();
    List<String> words = new ArrayList<>();
    List<String> initials = new ArrayList<>();
    for (String name : folded) {
      List<String> parts = Folding.words(name);
      words.addAll(parts);
      initials.add(parts.stream().map(CalledBy::initial).collect(Collectors.joining()));
    }
    return new CalledBy(user, isGone, folded, words.stream().distinct().toList(), initials);
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }

  /// What is looked for.
  ///
  /// @param letters folded
  /// @param words those of the letters, each once
  record Asked(String letters, List<String> words) {
    /// No name is as long.
    private static final int MAX_LENGTH = 200;

    private static final Asked NOTHING = new Asked("", List.of());

    static Asked of(String query) {
      if (query.length() > MAX_LENGTH) {
        return NOTHING;
      }
      String letters = Folding.fold(query);
      return new Asked(letters, Folding.words(letters).stream().distinct().toList());
    }

    boolean isNothing() {
      return letters.isEmpty();
    }
  }

  /// How well the names answer what is asked: 5 for the very name down to 0 for not at all.
  int answers(Asked asked) {
    int whole = wholly(asked.letters());
    if (whole > 1) {
      return whole;
    }
    if (!asked.words().isEmpty() && startWords(asked.words())) {
      return 3;
    }
    return startsOne(initials, asked.letters()) ? 2 : whole;
  }

  /// The same of whole names: they are the letters, begin with them or have them inside.
  private int wholly(String letters) {
    int best = 0;
    for (String name : names) {
      if (name.startsWith(letters)) {
        best = Math.max(best, name.length() == letters.length() ? 5 : 4);
      } else if (best == 0 && name.contains(letters)) {
        best = 1;
      }
    }
    return best;
  }

  private boolean startWords(List<String> starts) {
    for (String start : starts) {
      if (!startsOne(words, start)) {
        return false;
      }
    }
    return true;
  }

  // Everybody of a workspace is asked for each letter that is typed: no stream for each of them.
  private static boolean startsOne(List<String> texts, String start) {
    for (String text : texts) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /// By what lists of people are ordered.
  String first() {
    return names.isEmpty() ? "" : names.getFirst();
  }
}
