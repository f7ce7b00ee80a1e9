package dev.parley.protocol;

import java.util.Locale;

/// Why a connection is closed. 40xx: reconnect; 41xx: reconnect with a new ticket; 42xx: stop.
public enum CloseCode {
  TOO_BIG(1009),
  DRAINING(4000),
  SLOW_READER(4001),
  PING_TIMEOUT(4002),
  SERVER_FAULT(4003),
  NO_RESUME(4004),
  TOO_MANY_FRAMES(4005),
  OVERLOADED(4006),
  BAD_TICKET(4100),
  SESSION_EXPIRED(4101),
  SESSION_ENDED(4200),
  ACCOUNT_INACTIVE(4201),
  WORKSPACE_GONE(4202),
  SIGNED_OUT(4203);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /// Its name on the wire.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
