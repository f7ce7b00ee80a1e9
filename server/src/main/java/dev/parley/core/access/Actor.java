package dev.parley.core.access;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Set;

/// Who makes a call: a person or bot of one workspace, and the credential they showed.
public record Actor(
    WorkspaceId workspace, UserId user, Role role, boolean isBot, Credential credential) {

  /// Whether the credential covers a scope such as `users:read`.
  public boolean may(String scope) {
    return switch (credential) {
      case Credential.Session _ -> true;
      case Credential.Token token ->
          token.scopes().contains(scope)
              || (!isBot && token.scopes().contains(Credential.Token.CLIENT));
      case Credential.AppToken token -> token.scopes().contains(scope);
    };
  }

  /// Whether the credential covers one of several scopes.
  public boolean mayAny(Set<String> scopes) {
    return scopes.isEmpty() || scopes.stream().anyMatch(this::may);
  }

  /// Whether they see only the channels they were invited to, and the people in them.
  public boolean isGuest() {
    return role == Role.GUEST;
  }

  /// The number of the session, or 0 for a token.
  public long sessionId() {
    return credential instanceof Credential.Session session ? session.id() : 0;
  }
}
