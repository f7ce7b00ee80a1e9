package dev.parley.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// The secret part of tokens and cookies: 190 random bits in letters and digits. Stored as SHA-256,
/// which is enough for a secret nobody can guess.
public final class Secret {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /// How many characters a secret has.
  public static final int LENGTH = 32;

  private Secret() {}

  public static String random(SecureRandom random) {
    return random(random, LENGTH);
  }

  /// A secret of another length: almost 6 bits a character.
  public static String random(SecureRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// Whether a text has the form of a secret of this length.
  public static boolean isWellFormed(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Compares in a time that does not tell how much of it was right.
  public static boolean matches(String secret, byte[] hash) {
    return MessageDigest.isEqual(hash(secret), hash);
  }
}
