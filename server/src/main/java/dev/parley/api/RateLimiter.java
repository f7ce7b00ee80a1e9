package dev.parley.api;

import dev.parley.core.access.Actor;

/// Counts calls. Safe for many threads.
public interface RateLimiter {

  /// Takes one call of somebody's allowance.
  ///
  /// @return 0 if it may pass, else the seconds to wait, at least 1
  long secondsToWait(Actor actor, Method method);

  /// Takes one call of the allowance of an address, for methods that are open to everybody.
  ///
  /// @return 0 if it may pass, else the seconds to wait, at least 1
  long secondsToWait(String address, Method method);
}
