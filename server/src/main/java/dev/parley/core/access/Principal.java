package dev.parley.core.access;

import java.time.Instant;

/// Somebody whose credential was verified.
///
/// @param expires when the credential ends by itself; [#NEVER] if it does not
public record Principal(Actor actor, Instant expires) {
  /// Later than anything, and yet expressible in milliseconds.
  public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
}
