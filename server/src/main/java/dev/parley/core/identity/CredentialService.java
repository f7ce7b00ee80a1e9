package dev.parley.core.identity;

import dev.parley.core.access.Credentials;
import dev.parley.core.access.Principal;
import dev.parley.core.session.SessionService;
import dev.parley.core.token.TokenService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import java.util.Optional;

/// Verifies tokens and cookies for the gate and for gateways. A credential of a workspace that was
/// deleted is worth nothing.
public final class CredentialService implements Credentials {
  private final TokenService tokens;
  private final SessionService sessions;
  private final WorkspaceService workspaces;

  public CredentialService(
      TokenService tokens, SessionService sessions, WorkspaceService workspaces) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.workspaces = workspaces;
  }

  @Override
  public Principal byToken(String token) {
    Principal principal = tokens.authenticate(token);
    requireWorkspace(principal.actor().workspace());
    return principal;
  }

  @Override
  public Principal bySession(WorkspaceId workspace, String cookie) {
    Principal principal = sessions.authenticate(workspace, cookie);
    requireWorkspace(workspace);
    return principal;
  }

  @Override
  public Optional<CloseCode> endOf(WorkspaceId workspace, long id) {
    if (workspaces.find(workspace).isEmpty()) {
      return Optional.of(CloseCode.WORKSPACE_GONE);
    }
    return sessions.isSession(workspace, id)
        ? sessions.endOf(workspace, id)
        : tokens.endOf(workspace, id);
  }

  private void requireWorkspace(WorkspaceId workspace) {
    if (workspaces.find(workspace).isEmpty()) {
      throw new Refusal("account_inactive").because(CloseCode.WORKSPACE_GONE.wireName());
    }
  }
}
