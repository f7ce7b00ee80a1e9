package dev.parley.kernel;

import java.util.Optional;

/// The identity of a field that the profiles of one workspace have. Written `Xf…`.
public record ProfileFieldId(long value) {
  private static final String PREFIX = "Xf";

  public ProfileFieldId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<ProfileFieldId> parse(String text) {
    return Ids.parse(PREFIX, text).map(ProfileFieldId::new);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
