package dev.parley.api.method;

import dev.parley.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/// A workspace as clients see it: `id`, `name`, `domain`.
final class TeamJson {

  private TeamJson() {}

  static Map<String, Object> of(Workspace workspace) {
    Map<String, Object> team = new LinkedHashMap<>();
    team.put("id", workspace.id().toString());
    team.put("name", workspace.name());
    team.put("domain", workspace.slug());
    return team;
  }
}
