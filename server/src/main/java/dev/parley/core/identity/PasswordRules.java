package dev.parley.core.identity;

import dev.parley.kernel.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What a new password must be: long, not one that many people have, and not the person's or the
/// workspace's own name. Capitals, marks between the characters and digits before or after them
/// make a known word no better.
final class PasswordRules {
  /// Fewest characters; the page asks for as many.
  static final int LEAST = 10;

  static final int MOST = 512;

  private static final String WELL_KNOWN = "well-known-passwords.txt";
  private static final Set<String> KNOWN = read();

  private PasswordRules() {}

  /// @param personal what others know of the person: names, address, workspace
  /// @throws Refusal `weak_password`
  static void check(String password, List<String> personal) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST || length > MOST) {
      throw weak("a password has " + LEAST + " to " + MOST + " characters");
    }
    String word = word(password);
    String stem = stem(word);
    if (KNOWN.contains(word) || KNOWN.contains(stem)) {
      throw weak("this password is one that many people have");
    }
    if (personal.stream().map(PasswordRules::word).anyMatch(own -> isOwn(own, word, stem))) {
      throw weak("a password is not the name or address of a person or workspace");
    }
  }

  private static boolean isOwn(String own, String word, String stem) {
    return own.equals(word) || (!own.isEmpty() && own.equals(stem));
  }

  private static Refusal weak(String why) {
    return new Refusal("weak_password", why);
  }

  /// Its letters and digits, in small letters.
  private static String word(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /// A word without the digits before and after it.
  private static String stem(String word) {
    return word.replaceAll("^\\d+|\\d+$", "");
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream(WELL_KNOWN)),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(PasswordRules::word).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
