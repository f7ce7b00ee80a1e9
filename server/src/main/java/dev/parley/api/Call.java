package dev.parley.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Principal;
import dev.parley.kernel.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One call of a method, past all checks. Belongs to the thread that runs it.
public final class Call {
  private final @Nullable Principal principal;
  private final Map<String, JsonNode> raw;
  private final Map<Arg<?>, Optional<?>> values;
  private final Client client;
  private final String requestId;

  Call(
      @Nullable Principal principal,
      Map<String, JsonNode> raw,
      Map<Arg<?>, Optional<?>> values,
      Client client,
      String requestId) {
    this.principal = principal;
    this.raw = raw;
    this.values = values;
    this.client = client;
    this.requestId = requestId;
  }

  /// Who calls; only for methods that are not open to everybody.
  public Actor actor() {
    return principal().actor();
  }

  /// Who calls, and until when their credential is good.
  public Principal principal() {
    if (principal == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return principal;
  }

  /// The caller's workspace.
  public WorkspaceId workspace() {
    return actor().workspace();
  }

  /// The value of an argument that is required or has a fallback.
  public <T> T get(Arg<T> arg) {
    return find(arg)
        .orElseThrow(() -> new IllegalStateException("no value and no fallback: " + arg.name()));
  }

  /// The value of an argument, if it was given.
  @SuppressWarnings("unchecked") // an argument's value was read by that argument
  public <T> Optional<T> find(Arg<T> arg) {
    Optional<?> value = values.get(arg);
    if (value == null) {
      throw new IllegalStateException("not declared by the method: " + arg.name());
    }
    return (Optional<T>) value;
  }

  /// All arguments as they came, but for the token.
  public Map<String, JsonNode> raw() {
    return raw;
  }

  public Client client() {
    return client;
  }

  public String requestId() {
    return requestId;
  }
}
