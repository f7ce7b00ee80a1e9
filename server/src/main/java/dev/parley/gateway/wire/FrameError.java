package dev.parley.gateway.wire;

/// Why a client frame was refused.
public enum FrameError {
  BAD_FRAME("bad_frame", "The frame is not an object of the documented shape."),
  UNKNOWN_FRAME("unknown_frame", "There is no frame of this type."),
  CHANNEL_NOT_FOUND("channel_not_found", "There is no such channel."),
  RESUME_FIRST("resume_first", "The first frame must be resume."),
  TOO_MANY_FRAMES("too_many_frames", "Too many frames.");

  private final String code;
  private final String message;

  FrameError(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /// The code on the wire.
  public String code() {
    return code;
  }

  /// A sentence for whoever debugs the client.
  public String message() {
    return message;
  }
}
