package dev.parley.kernel;

import java.util.Optional;

/// The identity of an app in its workspace. Written `A…`.
public record AppId(long value) {

  public AppId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<AppId> parse(String text) {
    return Ids.parse('A', text).map(AppId::new);
  }

  @Override
  public String toString() {
    return Ids.write('A', value);
  }
}
