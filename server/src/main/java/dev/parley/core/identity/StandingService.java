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
import org.jspecify.annotations.Nullable;

/// How people stand in a workspace, as the operator or an admin sets it. This node heeds a change
/// at once, others within seconds. Calls block; run them on virtual threads.
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
  /// @param actor who does it; null for the operator
  /// @throws Refusal as [UserService#rank]
  public UserView rank(WorkspaceId workspace, @Nullable UserId actor, UserId user, Role role) {
    UserView after = users.rank(workspace, actor, user, role);
    sessions.forget(workspace, user);
    tokens.forget(workspace, user);
    return after;
  }

  /// Shuts somebody out: their sessions, tokens and connections end. They stay in every history.
  /// May be repeated.
  ///
  /// @param actor who does it; null for the operator
  /// @throws Refusal as [UserService#activate]
  public UserView deactivate(WorkspaceId workspace, @Nullable UserId actor, UserId user) {
    UserView after = users.activate(workspace, actor, user, false);
    sessions.endAll(workspace, user);
    tokens.revokeAll(workspace, user);
    StreamKey stream = StreamKey.of(workspace, user);
    broker.publish(List.of(new Signal.EndSession(stream, 0, CloseCode.ACCOUNT_INACTIVE.code())));
    return after;
  }

  /// Lets somebody in again, by a new session or token.
  ///
  /// @param actor who does it; null for the operator
  /// @throws Refusal as [UserService#activate]
  public UserView reactivate(WorkspaceId workspace, @Nullable UserId actor, UserId user) {
    UserView after = users.activate(workspace, actor, user, true);
    sessions.forget(workspace, user);
    tokens.forget(workspace, user);
    return after;
  }
}
