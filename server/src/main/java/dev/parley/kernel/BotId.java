package dev.parley.kernel;

import java.util.Optional;

/// The identity of a bot besides that of its user, whose number it has. Written `B…`.
public record BotId(long value) {

  public BotId {
    Ids.requirePositive(value);
  }

  public static BotId of(UserId user) {
    return new BotId(user.value());
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<BotId> parse(String text) {
    return Ids.parse('B', text).map(BotId::new);
  }

  /// The bot's user.
  public UserId user() {
    return new UserId(value);
  }

  @Override
  public String toString() {
    return Ids.write('B', value);
  }
}
