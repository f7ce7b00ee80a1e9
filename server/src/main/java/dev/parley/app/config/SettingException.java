package dev.parley.app.config;

/// A setting is unknown or has a value it cannot have; the message is one sentence.
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingException(String message) {
    super(message, null, false, false);
  }
}
