package dev.parley.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The workspaces, people and channels of a run, made through the operator API.
///
/// @param tenants one per workspace
public record LoadWorld(List<Tenant> tenants) {

  /// A workspace; everybody is in every channel.
  record Tenant(String team, List<Person> people, List<String> channels) {}

  /// Somebody with a token that may do everything.
  record Person(String id, String token) {}

  /// Calls one command of the operator API.
  @FunctionalInterface
  public interface Operator {
    /// @return the lines of the answer
    List<JsonNode> call(String command, Map<String, ?> arguments);
  }

  /// Makes everything anew, under names that were not used before.
  static LoadWorld prepare(Operator operator, LoadOptions options) {
    List<Tenant> tenants = new ArrayList<>();
    String run = Long.toString(System.currentTimeMillis(), 36);
    int perTenant = Math.max(2, options.connections() / options.workspaces());
    for (int i = 0; i < options.workspaces(); i++) {
      String slug = "load-" + run + "-" + i;
      var _ =
          operator.call(
              "workspace.create",
              Map.of("name", "Load " + i, "slug", slug, "owner_email", "owner@" + slug + ".test"));
      List<Person> people = new ArrayList<>();
      List<JsonNode> users =
          operator.call(
              "user.create", Map.of("workspace", slug, "count", perTenant, "prefix", "load"));
      users.forEach(
          user ->
              people.add(new Person(user.path("user_id").asText(), user.path("token").asText())));
      List<String> channels = new ArrayList<>();
      for (int c = 0; c < options.channels(); c++) {
        List<JsonNode> channel =
            operator.call(
                "channel.create", Map.of("workspace", slug, "name", "load-" + c, "add_all", true));
        channels.add(channel.getFirst().path("channel_id").asText());
      }
      tenants.add(new Tenant(slug, people, channels));
    }
    return new LoadWorld(tenants);
  }
}
