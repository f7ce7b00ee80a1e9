package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.app.AppService;
import dev.parley.core.token.TokenService;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.UserView;
import java.util.List;

/// `auth.*`: what a credential is, and its end.
public final class AuthMethods {
  private static final Arg<Boolean> TEST = Arg.bool("test").or(false);

  private final WorkspaceService workspaces;
  private final UserService users;
  private final TokenService tokens;
  private final AppService apps;

  public AuthMethods(
      WorkspaceService workspaces, UserService users, TokenService tokens, AppService apps) {
    this.apps = apps;
    this.workspaces = workspaces;
    this.users = users;
    this.tokens = tokens;
  }

  public List<Method> all() {
    return List.of(
        Method.named("auth.test", "Tells whose credential this is.")
            .appsToo()
            .tier(RateTier.SPECIAL)
            .does(this::test),
        Method.named("auth.revoke", "Ends the token it is called with.")
            .appsToo()
            .args(TEST)
            .writes()
            .errors("not_bearer_token")
            .does(this::revoke));
  }

  private Reply test(Call call) {
    Actor actor = call.actor();
    Workspace workspace = workspaces.require(actor.workspace().toString());
    UserView user = users.get(actor.workspace(), actor.user());
    Reply reply =
        Reply.ok()
            .with("url", call.client().origin() + "/")
            .with("team", workspace.name())
            .with("team_id", workspace.id().toString())
            .with("is_enterprise_install", false);
    AppId app = user.app();
    if (app != null && actor.credential() instanceof Credential.AppToken) {
      return reply
          .with("app_id", app.toString())
          .with("app_name", apps.get(workspace.id(), app).manifest().name());
    }
    Reply named = reply.with("user", user.name()).with("user_id", actor.user().toString());
    return actor.isBot() ? named.with("bot_id", BotId.of(actor.user()).toString()) : named;
  }

  private Reply revoke(Call call) {
    Actor actor = call.actor();
    if (actor.credential() instanceof Credential.Session) {
      throw new Refusal("not_bearer_token");
    }
    boolean revoked =
        !call.get(TEST) && tokens.revoke(actor.workspace(), actor.user(), actor.credential().id());
    return Reply.ok().with("revoked", revoked);
  }
}
