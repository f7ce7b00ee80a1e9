package dev.parley.kernel;

import java.util.Optional;

/// The identity of a group of people that is addressed by one name. Written `S…`.
public record UsergroupId(long value) {

  public UsergroupId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<UsergroupId> parse(String text) {
    return Ids.parse('S', text).map(UsergroupId::new);
  }

  @Override
  public String toString() {
    return Ids.write('S', value);
  }
}
