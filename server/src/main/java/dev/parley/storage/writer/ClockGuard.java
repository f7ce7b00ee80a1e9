package dev.parley.storage.writer;

/// Decides whether the database's clock may be trusted to date messages. A wrong clock would drag
/// every `ts` into the future for ever. Safe for many threads; must not block.
@FunctionalInterface
public interface ClockGuard {
  /// Trusts every clock.
  ClockGuard TRUSTING = _ -> true;

  /// @param databaseMicros the database's time now, in microseconds since 1970
  /// @return false if it is too far from the nodes' clocks: changes are refused with `clock_skew`
  boolean trusts(long databaseMicros);
}
