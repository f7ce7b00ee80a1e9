package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.Reply;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.Refusal;
import java.util.List;
import java.util.Map;

/// `team.*`: the workspace itself.
public final class TeamMethods {
  private static final Arg<String> TEAM = Arg.string("team");
  private static final Arg<String> DOMAIN = Arg.string("domain");

  private final WorkspaceService workspaces;

  public TeamMethods(WorkspaceService workspaces) {
    this.workspaces = workspaces;
  }

  public List<Method> all() {
    return List.of(
        Method.named("team.info", "Tells about the workspace of the caller.")
            .scopes("team:read")
            .args(TEAM, DOMAIN)
            .errors("team_not_found")
            .does(this::info));
  }

  private Reply info(Call call) {
    Workspace workspace = workspaces.require(call.workspace().toString());
    boolean isOwn =
        call.find(TEAM).map(workspace.id().toString()::equals).orElse(true)
            && call.find(DOMAIN).map(workspace.slug()::equals).orElse(true);
    if (!isOwn) {
      throw new Refusal("team_not_found");
    }
    Map<String, Object> team = TeamJson.of(workspace);
    team.put("url", call.client().origin() + "/");
    team.put("email_domain", "");
    team.put("icon", Map.of("image_default", true));
    return Reply.ok().with("team", team);
  }
}
