package dev.parley.core.access;

import dev.parley.kernel.WorkspaceId;

/// Verifies what callers show. Calls may block; safe for many threads.
public interface Credentials {

  /// Verifies a token.
  ///
  /// @throws dev.parley.kernel.Refusal `invalid_auth`, `token_revoked`, `token_expired` or
  ///     `account_inactive`
  Principal byToken(String token);

  /// Verifies the value of a browser's cookie for a workspace.
  ///
  /// @throws dev.parley.kernel.Refusal `invalid_auth` or `account_inactive`
  Principal bySession(WorkspaceId workspace, String cookie);

  /// Whether a session or token that was verified before would still be; it may have ended up to
  /// five seconds ago on another node.
  ///
  /// @param id the number of the session or token
  boolean isAlive(WorkspaceId workspace, long id);
}
