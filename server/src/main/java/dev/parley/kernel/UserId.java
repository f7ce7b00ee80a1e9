package dev.parley.kernel;

import java.util.Optional;

/// The identity of a person or bot within a workspace. Written `U…`.
public record UserId(long value) {

  public UserId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<UserId> parse(String text) {
    return Ids.parse('U', text).map(UserId::new);
  }

  @Override
  public String toString() {
    return Ids.write('U', value);
  }
}
