package dev.parley.gateway.websocket;

/// Close codes of the WebSocket protocol itself.
final class CloseStatus {
  static final int NORMAL = 1000;
  static final int PROTOCOL_ERROR = 1002;
  static final int UNSUPPORTED = 1003;
  static final int BAD_PAYLOAD = 1007;
  static final int TOO_BIG = 1009;

  private CloseStatus() {}

  /// Whether a peer may put this code in a close frame.
  static boolean mayBeSent(int code) {
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
        || (code >= 3000 && code <= 4999);
  }
}
