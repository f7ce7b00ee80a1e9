package dev.parley.core.access;

import java.util.Set;

/// What somebody has shown to act for a person, a bot or an app.
public sealed interface Credential {

  /// The credential's number in its workspace.
  long id();

  /// A signed-in browser: may do everything the person may.
  record Session(long id) implements Credential {}

  /// A token of a person or a bot: may do what its scopes say.
  record Token(long id, Set<String> scopes) implements Credential {
    /// The scope of a token that may do everything its person may.
    public static final String CLIENT = "client";

    public Token {
      scopes = Set.copyOf(scopes);
    }
  }

  /// A token of an app as such: opens its connections and does nothing in the workspace.
  record AppToken(long id, Set<String> scopes) implements Credential {

    public AppToken {
      scopes = Set.copyOf(scopes);
    }
  }

  /// What the credential covers, as its owner is told; empty for a session, which covers
  /// everything.
  default Set<String> granted() {
    return switch (this) {
      case Session _ -> Set.of();
      case Token token -> token.scopes();
      case AppToken token -> token.scopes();
    };
  }
}
