package dev.parley.gateway.wire;

import java.util.Locale;

/// Why the gap of a stream cannot be filled.
public enum ResyncReason {
  /// The event after the client's position is no longer kept, or too many followed it, or the
  /// person was sent too much again lately.
  TOO_OLD,
  /// History was lost since the client took its position.
  EPOCH,
  /// The stream has not come as far as the client says.
  FUTURE,
  /// The client reads too slowly to be sent everything.
  SLOW;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// The reason on the wire.
  public String code() {
    return code;
  }
}
