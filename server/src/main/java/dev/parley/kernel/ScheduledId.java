package dev.parley.kernel;

import java.util.Optional;

/// The identity of a message that is to be posted later. Written `Q…`.
public record ScheduledId(long value) {
  private static final String PREFIX = "Q";

  public ScheduledId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<ScheduledId> parse(String text) {
    return Ids.parse(PREFIX, text).map(ScheduledId::new);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
