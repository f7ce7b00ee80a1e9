package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// A workspace of a running server, made through the operator API, and its people.
final class Company {
  private final ServerProcess server;
  private final String slug;
  private final StoryClient owner;

  Company(ServerProcess server, String slug) {
    this.server = server;
    this.slug = slug;
    JsonNode made =
        operator(
            "workspace.create",
            Map.of("name", slug, "slug", slug, "owner_email", "owner@" + slug + ".test"));
    owner = client(made.path("owner_user_id"), made.path("owner_token"));
  }

  StoryClient owner() {
    return owner;
  }

  /// Adds a member.
  StoryClient person(String name) {
    JsonNode made = operator("user.create", Map.of("workspace", slug, "name", name));
    return client(made.path("user_id"), made.path("token"));
  }

  /// Adds somebody with a role.
  StoryClient person(String name, String role) {
    return person(name, Map.of("role", role));
  }

  /// Adds somebody of whom the operator says more.
  StoryClient person(String name, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("name", name);
    JsonNode made = operate("user.create", arguments);
    return client(made.path("user_id"), made.path("token"));
  }

  /// Runs an operator's command about this workspace.
  JsonNode operate(String command, Map<String, ?> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("workspace", slug);
    return operator(command, all);
  }

  private StoryClient client(JsonNode user, JsonNode token) {
    return new StoryClient(server.address(), user.asText(), token.asText());
  }

  private JsonNode operator(String command, Map<String, ?> arguments) {
    JsonNode[] line = new JsonNode[1];
    server.operator().call(command, arguments, answer -> line[0] = answer);
    return line[0];
  }
}
