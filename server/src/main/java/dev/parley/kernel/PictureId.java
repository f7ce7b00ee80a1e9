package dev.parley.kernel;

import java.util.Optional;

/// The identity of a picture. Written `Pc…`.
public record PictureId(long value) {
  private static final String PREFIX = "Pc";

  public PictureId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<PictureId> parse(String text) {
    return Ids.parse(PREFIX, text).map(PictureId::new);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
