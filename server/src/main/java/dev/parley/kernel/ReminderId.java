package dev.parley.kernel;

import java.util.Optional;

/// The identity of a reminder. Written `Rm…`.
public record ReminderId(long value) {
  private static final String PREFIX = "Rm";

  public ReminderId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<ReminderId> parse(String text) {
    return Ids.parse(PREFIX, text).map(ReminderId::new);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
