package dev.parley.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An expected no: the request was understood and is refused with a code that the client knows. Has
/// no stack trace; is counted, never logged.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String detail;

  public Refusal(String code) {
    this(code, null);
  }

  /// @param code the code on the wire, such as `channel_not_found`
  /// @param detail a sentence for whoever debugs the client, or null
  public Refusal(String code, @Nullable String detail) {
    super(detail == null ? code : code + ": " + detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  public String code() {
    return code;
  }

  /// The sentence for whoever debugs the client, if there is one.
  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }
}
