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
}
