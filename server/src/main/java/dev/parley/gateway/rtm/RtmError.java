package dev.parley.gateway.rtm;

/// Why an RTM frame was refused, or the connection.
public enum RtmError {
  EXPIRED(1, "Socket URL has expired"),
  NO_TEXT(2, "message text is missing"),
  /// The message is the code of the refusal, as `chat.postMessage` gives it.
  REFUSED(3, "refused"),
  RATE_LIMITED(4, "slow down, too many messages..."),
  BAD_FRAME(5, "the frame is not an object of a known type"),
  TOO_LONG(6, "the frame is longer than 16 kB");

  private final int code;
  private final String message;

  RtmError(int code, String message) {
    this.code = code;
    this.message = message;
  }

  public int code() {
    return code;
  }

  /// A sentence for whoever debugs the client.
  public String message() {
    return message;
  }
}
