package dev.parley.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The written form of ids: a prefix of one or two letters and 13 base32 digits (Crockford's
/// alphabet, upper case), so that text order is numeric order and each number has exactly one
/// spelling.
final class Ids {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] DIGIT_BYTES = DIGITS.getBytes(StandardCharsets.ISO_8859_1);
  private static final int LENGTH = 13;

  private Ids() {}

  static void requirePositive(long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("id: " + value + " (expected: > 0)");
    }
  }

  static String write(char prefix, long value) {
    byte[] text = new byte[1 + LENGTH];
    text[0] = (byte) prefix;
    return write(text, 1, value);
  }

  static String write(String prefix, long value) {
    byte[] letters = prefix.getBytes(StandardCharsets.ISO_8859_1);
    return write(Arrays.copyOf(letters, letters.length + LENGTH), letters.length, value);
  }

  private static String write(byte[] text, int start, long value) {
    long rest = value;
    for (int i = text.length - 1; i >= start; i--) {
      text[i] = DIGIT_BYTES[(int) (rest & 31)];
      rest >>>= 5;
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  static Optional<Long> parse(char prefix, String text) {
    return text.isEmpty() || text.charAt(0) != prefix ? Optional.empty() : parse(1, text);
  }

  static Optional<Long> parse(String prefix, String text) {
    return text.startsWith(prefix) ? parse(prefix.length(), text) : Optional.empty();
  }

  private static Optional<Long> parse(int start, String text) {
    if (text.length() != start + LENGTH) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0 || value > Long.MAX_VALUE >>> 5) {
        return Optional.empty();
      }
      value = value << 5 | digit;
    }
    return value > 0 ? Optional.of(value) : Optional.empty();
  }
}
