package dev.parley.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An expected no: the request was understood and is refused with a code that the client knows. Has
/// no stack trace; is counted, never logged.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ArrayList<String> details;
  private final @Nullable String reason;

  public Refusal(String code) {
    this(code, List.of());
  }

  /// @param code the code on the wire, such as `channel_not_found`
  /// @param detail a sentence for whoever debugs the client, or null
  public Refusal(String code, @Nullable String detail) {
    this(code, detail == null ? List.of() : List.of(detail));
  }

  /// @param details a sentence for each thing that is wrong, for whoever debugs the client
  public Refusal(String code, List<String> details) {
    this(code, details, null);
  }

  private Refusal(String code, List<String> details, @Nullable String reason) {
    super(details.isEmpty() ? code : code + ": " + String.join("; ", details), null, false, false);
    this.code = code;
    this.details = new ArrayList<>(details);
    this.reason = reason;
  }

  /// The same with a reason beside its code: for clients that ask for more than the code tells.
  public Refusal because(String given) {
    return new Refusal(code, details, given);
  }

  public String code() {
    return code;
  }

  /// A second, closer code, if there is one.
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /// The sentence for whoever debugs the client, the first if there are several.
  public Optional<String> detail() {
    return details.stream().findFirst();
  }

  /// All sentences for whoever debugs the client.
  public List<String> details() {
    return List.copyOf(details);
  }
}
