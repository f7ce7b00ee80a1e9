package dev.parley.api.method;

import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.protocol.view.UserView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `users.identity`: who somebody is, for pages that they sign in to.
public final class IdentityMethods {
  private final UserService users;
  private final WorkspaceService workspaces;

  public IdentityMethods(UserService users, WorkspaceService workspaces) {
    this.users = users;
    this.workspaces = workspaces;
  }

  public List<Method> all() {
    return List.of(
        Method.named("users.identity", "Tells who the caller is, as far as the token may know.")
            .people()
            .userScopes("identity.basic", "identity.email", "identity.avatar", "identity.team")
            .tier(RateTier.TIER_3)
            .does(this::identity));
  }

  /// Name and id go with any of the scopes; address, picture and the workspace's name each have
  /// one of their own.
  private Reply identity(Call call) {
    UserView self =
        users.get(call.workspace(), call.actor().user()).seenFrom(call.client().origin());
    boolean hasEmail = call.actor().may("identity.email");
    boolean hasAvatar = call.actor().may("identity.avatar");
    Workspace workspace = workspaces.require(call.workspace().toString());
    Map<String, String> team = new LinkedHashMap<>();
    if (call.actor().may("identity.team")) {
      team.put("name", workspace.name());
    }
    team.put("id", workspace.id().toString());
    return Reply.ok().with("user", self.identityView(hasEmail, hasAvatar)).with("team", team);
  }
}
