package dev.parley.kernel;

import java.util.Optional;

/// The identity of a conversation; its kind is part of the number. Written `C…`, `D…` or `G…`.
public record ChannelId(long value) {

  public ChannelId {
    Ids.requirePositive(value);
    if ((value & 3) == 0) {
      throw new IllegalArgumentException("channel id: " + value + " (expected: kind bits 1 to 3)");
    }
  }

  /// Parses the written form; an id that is not well formed is an empty result.
  public static Optional<ChannelId> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char prefix = text.charAt(0);
    return Ids.parse(prefix, text)
        .filter(value -> (value & 3) != 0 && kindOf(value).prefix() == prefix)
        .map(ChannelId::new);
  }

  /// Whether this is a channel, a direct message or a group message.
  public ChannelKind kind() {
    return kindOf(value);
  }

  private static ChannelKind kindOf(long value) {
    return switch ((int) (value & 3)) {
      case 1 -> ChannelKind.CHANNEL;
      case 2 -> ChannelKind.DIRECT;
      default -> ChannelKind.GROUP;
    };
  }

  @Override
  public String toString() {
    return Ids.write(kind().prefix(), value);
  }
}
