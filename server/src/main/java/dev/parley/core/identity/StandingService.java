package dev.parley.core.identity;

import dev.parley.core.access.Role;
import dev.parley.core.session.SessionService;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.UserService;
import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import dev.parley.protocol.view.UserView;
import java.util.List;

/// How people stand in a workspace, as the operator sets it. This node heeds a change at once,
/// others within seconds. Calls block; run them on virtual threads.
public final class StandingService {
  private final UserService users;
  private final SessionService sessions;
  private final TokenService tokens;
  private final Broker broker;

  public StandingService(
      UserService users, SessionService sessions, TokenService tokens, Broker broker) {
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.broker = broker;
  }

  /// Gives somebody another role.
  ///
  /// @throws Refusal `user_not_found`, `primary_owner`
  public UserView rank(WorkspaceId workspace, UserId user, Role role) {
    UserView after = users.rank(workspace, user, role);
    sessions.forget(workspace, user);
    tokens.forget(workspace, user);
    return after;
  }

  /// Shuts somebody out: their sessions, tokens and connections end. They stay in every history.
  /// May be repeated.
  ///
  /// @throws Refusal `user_not_found`, `primary_owner`
  public UserView deactivate(WorkspaceId workspace, UserId user) {
    UserView after = users.activate(workspace, user, false);
    sessions.endAll(workspace, user);
    tokens.revokeAll(workspace, user);
    StreamKey stream = StreamKey.of(workspace, user);
    broker.publish(List.of(new Signal.EndSession(stream, 0, CloseCode.ACCOUNT_INACTIVE.code())));
    return after;
  }

  /// Lets somebody in again, by a new session or token.
  ///
  /// @throws Refusal `user_not_found`
  public UserView reactivate(WorkspaceId workspace, UserId user) {
    UserView after = users.activate(workspace, user, true);
    sessions.forget(workspace, user);
    tokens.forget(workspace, user);
    return after;
  }
}
