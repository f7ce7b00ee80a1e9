package dev.parley.api.method;

import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `team.*`: the workspace itself.
public final class TeamMethods {
  private static final String TEAMS = "auth.teams.list";

  private static final Arg<String> TEAM = Arg.string("team");
  private static final Arg<String> DOMAIN = Arg.string("domain");
  private static final Arg<String> CURSOR = Arg.string("cursor").or("");
  private static final Arg<Integer> LIMIT = Arg.limit(100, 1_000);
  private static final Arg<Boolean> INCLUDE_ICON = Arg.bool("include_icon").or(false);
  private static final Arg<List<UserId>> USERS = Arg.userIds("users").required();

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
            .does(this::info),
        Method.named(TEAMS, "Lists the workspaces that the token is for: one.")
            .tier(RateTier.TIER_2)
            .args(CURSOR, LIMIT, INCLUDE_ICON)
            .errors("invalid_cursor", "invalid_limit")
            .does(this::teams),
        Method.named("team.preferences.list", "Tells what is agreed for the whole workspace.")
            .scopes("team.preferences:read")
            .does(_ -> preferences()),
        Method.named("team.billing.info", "Tells the plan; Parley has one.")
            .scopes("team.billing:read")
            .does(_ -> Reply.ok().with("plan", "plus")),
        Method.named("migration.exchange", "Maps ids of people to those of an organisation.")
            .botScopes("tokens.basic")
            .userScopes("tokens.basic")
            .tier(RateTier.TIER_2)
            .args(USERS)
            .errors("not_enterprise_team")
            .does(
                _ -> {
                  throw new Refusal("not_enterprise_team");
                }));
  }

  private Reply teams(Call call) {
    long _ = Cursors.read(call, TEAMS, call.get(CURSOR), 0);
    Workspace workspace = workspaces.require(call.workspace().toString());
    Map<String, Object> team = new LinkedHashMap<>();
    team.put("id", workspace.id().toString());
    team.put("name", workspace.name());
    if (call.get(INCLUDE_ICON)) {
      team.put("icon", Map.of("image_default", true));
    }
    return Reply.ok().with("teams", List.of(team)).nextCursor("");
  }

  /// A message may be changed at any time (-1), and deleted.
  private static Reply preferences() {
    return Reply.ok()
        .with("msg_edit_window_mins", -1)
        .with("allow_message_deletion", true)
        .with("display_real_names", true)
        .with("disable_file_uploads", "disable_all")
        .with("who_can_post_general", "everyone");
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
