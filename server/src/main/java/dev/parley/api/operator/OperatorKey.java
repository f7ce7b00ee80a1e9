package dev.parley.api.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The secret that opens the operator API: `PARLEY_OPERATOR_KEY`, or a file that the first start
/// makes.
public final class OperatorKey {
  private static final int BYTES = 32;
  private static final String SCHEME = "bearer ";

  private final byte[] key;

  private OperatorKey(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  /// @param given the key by setting, or null
  /// @param file where it lies otherwise; made, readable by this account alone, if it is not there
  public static OperatorKey open(@Nullable String given, Path file) throws IOException {
    if (given != null && !given.isBlank()) {
      return new OperatorKey(given.strip());
    }
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Path fresh =
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var _ =
          Files.writeString(
              fresh, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
    }
    return new OperatorKey(Files.readString(file).strip());
  }

  /// Whether an `Authorization` header shows the key; takes the same time whatever it shows.
  boolean opens(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] shown =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(key, shown);
  }
}
