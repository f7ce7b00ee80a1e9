package dev.parley.storage.writer;

import dev.parley.kernel.StreamKey;

/// Decides whether the database's clock may be trusted to date messages, and what they are dated
/// with. A wrong clock would drag every `ts` into the future for ever. Safe for many threads; must
/// not block.
@FunctionalInterface
public interface ClockGuard {
  /// Trusts every clock.
  ClockGuard TRUSTING = _ -> true;

  /// @param databaseMicros the database's time now, in microseconds since 1970
  /// @return false if it is too far from the nodes' clocks: changes are refused with `clock_skew`
  boolean trusts(long databaseMicros);

  /// The time that something on a stream is dated with: the database's, unless somebody tells the
  /// past. Events are filed under the day on which they were written in any case.
  ///
  /// @param databaseMicros the database's time now, in microseconds since 1970
  default long date(StreamKey stream, long databaseMicros) {
    return databaseMicros;
  }
}
