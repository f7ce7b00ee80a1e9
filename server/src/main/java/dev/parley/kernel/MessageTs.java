package dev.parley.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// A message's id within its channel and the time it was accepted: microseconds since 1970,
/// strictly increasing per channel. Written `seconds.micros`, as Slack does.
///
/// @param micros microseconds since 1970-01-01T00:00:00Z; 0 means "before everything"
public record MessageTs(long micros) implements Comparable<MessageTs> {
  /// Before every message; the read marker of somebody who has read nothing.
  public static final MessageTs ZERO = new MessageTs(0);

  private static final long MAX = 9_999_999_999_999_999L;
  private static final int LENGTH = 17;
  private static final int DOT = 10;

  public MessageTs {
    if (micros < 0 || micros > MAX) {
      throw new IllegalArgumentException("ts: " + micros + " (expected: 0 to " + MAX + ")");
    }
  }

  /// Parses `0000000000.000000`; anything else, shorter fractions included, is an empty result.
  public static Optional<MessageTs> parse(String text) {
    if (text.length() != LENGTH || text.charAt(DOT) != '.') {
      return Optional.empty();
    }
    long micros = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if (i == DOT) {
        continue;
      }
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      micros = micros * 10 + (c - '0');
    }
    return Optional.of(new MessageTs(micros));
  }

  /// The present time as a `ts`.
  public static MessageTs now(Clock clock) {
    Instant now = clock.instant();
    return new MessageTs(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
  }

  @Override
  public int compareTo(MessageTs other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String toString() {
    byte[] text = new byte[LENGTH];
    long rest = micros;
    for (int i = LENGTH - 1; i >= 0; i--) {
      if (i == DOT) {
        text[i] = '.';
      } else {
        text[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
