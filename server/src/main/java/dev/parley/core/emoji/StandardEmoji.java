package dev.parley.core.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The emoji that every workspace has, by the names that Slack and the page know them by.
/// `npm run emoji` in `web/` writes their list from the data that the page is built with.
public final class StandardEmoji {
  private static final String LIST = "standard-emoji.txt";

  /// What stands in the list behind the names of an emoji that takes skin tones.
  private static final String TONED = " ::";

  /// Whether each takes skin tones, by name.
  private static final Map<String, Boolean> KNOWN = read();

  private StandardEmoji() {}

  /// Whether there is one of a name: `wave`, `wave::skin-tone-3`.
  public static boolean isKnown(String name) {
    int tone = name.indexOf("::skin-tone-");
    return tone < 0
        ? KNOWN.containsKey(name)
        : name.substring(tone).matches("::skin-tone-[2-6]")
            && KNOWN.getOrDefault(name.substring(0, tone), false);
  }

  private static Map<String, Boolean> read() {
    Map<String, Boolean> known = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StandardEmoji.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .forEach(
              line -> {
                boolean isToned = line.endsWith(TONED);
                String names = isToned ? line.substring(0, line.length() - TONED.length()) : line;
                for (String name : names.split(" ", -1)) {
                  known.put(name, isToned);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(known);
  }
}
