package dev.parley.kernel;

import java.util.Optional;

/// The identity of an emoji of a workspace. Written `Em…`.
public record EmojiId(long value) {
  private static final String PREFIX = "Em";

  public EmojiId {
    Ids.requirePositive(value);
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<EmojiId> parse(String text) {
    return Ids.parse(PREFIX, text).map(EmojiId::new);
  }

  @Override
  public String toString() {
    return Ids.write(PREFIX, value);
  }
}
