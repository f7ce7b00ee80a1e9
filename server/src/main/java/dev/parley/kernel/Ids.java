package dev.parley.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The written form of ids: a prefix letter and 13 base32 digits (Crockford's alphabet, upper
/// case), so that text order is numeric order and each number has exactly one spelling.
final class Ids {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] DIGIT_BYTES = DIGITS.getBytes(StandardCharsets.ISO_8859_1);
  private static final int LENGTH = 14;

  private Ids() {}

  static void requirePositive(long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("id: " + value + " (expected: > 0)");
    }
  }

  static String write(char prefix, long value) {
    byte[] text = new byte[LENGTH];
    text[0] = (byte) prefix;
    long rest = value;
    for (int i = LENGTH - 1; i > 0; i--) {
      text[i] = DIGIT_BYTES[(int) (rest & 31)];
      rest >>>= 5;
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  static Optional<Long> parse(char prefix, String text) {
    if (text.length() != LENGTH || text.charAt(0) != prefix) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 1; i < LENGTH; i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0 || value > Long.MAX_VALUE >>> 5) {
        return Optional.empty();
      }
      value = value << 5 | digit;
    }
    return value > 0 ? Optional.of(value) : Optional.empty();
  }
}
