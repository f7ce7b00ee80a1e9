package dev.parley.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A password's Argon2id hash in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
record PasswordHash(Cost cost, byte[] salt, byte[] hash) {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MAX_KIB = 1 << 20;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /// What one verification costs.
  ///
  /// @param kib memory in KiB
  /// @param passes over the memory
  /// @param lanes that could be computed at once
  record Cost(int kib, int passes, int lanes) {
    /// OWASP's first recommendation with one pass more.
    static final Cost PRESENT = new Cost(19_456, 3, 1);

    boolean isBelow(Cost other) {
      return kib < other.kib || passes < other.passes;
    }
  }

  static PasswordHash of(String password, Cost cost, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(cost, salt, compute(password, cost, salt, HASH_BYTES));
  }

  /// Parses the stored form; anything else is an empty result.
  static Optional<PasswordHash> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Cost cost =
        new Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    if (cost.kib() > MAX_KIB) {
      return Optional.empty();
    }
    return Optional.of(
        new PasswordHash(
            cost,
            Base64.getDecoder().decode(matcher.group(4)),
            Base64.getDecoder().decode(matcher.group(5))));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(compute(password, cost, salt, hash.length), hash);
  }

  /// Hides the hash, so that it cannot reach a log.
  @Override
  public String toString() {
    return "PasswordHash[" + cost + "]";
  }

  /// The stored form.
  String write() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.kib(),
            cost.passes(),
            cost.lanes(),
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }

  private static byte[] compute(String password, Cost cost, byte[] salt, int length) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] result = new byte[length];
    var _ =
        generator.generateBytes(
            Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
            result);
    return result;
  }
}
