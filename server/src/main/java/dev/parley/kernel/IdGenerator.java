package dev.parley.kernel;

import java.time.Clock;
import java.time.Instant;

/// Makes 63-bit ids that sort by time: 41 bits of milliseconds since 2024, 10 of the node, 10 of a
/// sequence, 2 that tell the kind of a conversation (0 for everything else).
///
/// Safe for use by many threads. A clock that steps back does not bring an id out twice: the
/// generator goes on from the last millisecond it used.
public final class IdGenerator {
  private static final long EPOCH = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  private static final int MAX_NODE = 1023;
  private static final int MAX_SEQUENCE = 1023;

  private final Clock clock;
  private final int node;
  private long lastMillis;
  private int sequence;

  /// @param node the leased number of this node, 0 to 1023
  public IdGenerator(Clock clock, int node) {
    if (node < 0 || node > MAX_NODE) {
      throw new IllegalArgumentException("node: " + node + " (expected: 0 to " + MAX_NODE + ")");
    }
    this.clock = clock;
    this.node = node;
  }

  public WorkspaceId newWorkspaceId() {
    return new WorkspaceId(next(0));
  }

  public UserId newUserId() {
    return new UserId(next(0));
  }

  public AppId newAppId() {
    return new AppId(next(0));
  }

  public ChannelId newChannelId(ChannelKind kind) {
    return new ChannelId(next(kind.bits()));
  }

  /// An id for a thing that has no type of its own, such as a token or an outbox row.
  public long newId() {
    return next(0);
  }

  private synchronized long next(int kindBits) {
    long now = clock.millis() - EPOCH;
    if (now > lastMillis) {
      lastMillis = now;
      sequence = 0;
    } else if (sequence == MAX_SEQUENCE) {
      lastMillis++;
      sequence = 0;
    } else {
      sequence++;
    }
    return lastMillis << 22 | (long) node << 12 | (long) sequence << 2 | kindBits;
  }
}
