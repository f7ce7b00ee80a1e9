package dev.parley.core.access;

import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import java.util.Optional;

/// Verifies what callers show. Calls may block; safe for many threads.
public interface Credentials {

  /// Verifies a token.
  ///
  /// @throws dev.parley.kernel.Refusal `invalid_auth`, `token_revoked`, `token_expired` or
  ///     `account_inactive`
  Principal byToken(String token);

  /// Verifies the value of a browser's cookie for a workspace.
  ///
  /// @throws dev.parley.kernel.Refusal `invalid_auth`, `token_expired` or `account_inactive`;
  ///     with the reason `signed_out` or `workspace_gone` if it ended so
  Principal bySession(WorkspaceId workspace, String cookie);

  /// How a session or token ended that was verified before; empty if it would still be, or ended
  /// less than five seconds ago on another node.
  ///
  /// @param id the number of the session or token
  Optional<CloseCode> endOf(WorkspaceId workspace, long id);
}
