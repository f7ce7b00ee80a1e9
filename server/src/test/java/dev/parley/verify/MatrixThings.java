package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.verify.MatrixWorld.Site;
import java.util.Map;

/// Makes what belongs to a workspace and lies in no channel.
final class MatrixThings {
  private final Site site;

  MatrixThings(Site site) {
    this.site = site;
  }

  String group(String name) throws Exception {
    return site.owner()
        .ok("usergroups.create", Map.of("name", name))
        .path("usergroup")
        .path("id")
        .asText();
  }

  /// Somebody who is there for one target alone.
  ///
  /// @param isOut whether they were shut out
  String person(String name, boolean isOut) {
    String id = site.company().person(name).id;
    if (isOut) {
      var _ = site.company().operate("user.deactivate", Map.of("user", name));
    }
    return id;
  }

  String session() throws Exception {
    var _ =
        site.carol()
            .ok(
                "client.signIn",
                Map.of("email", MatrixWorld.email(site.slug()), "password", MatrixWorld.PASSWORD));
    String newest = "";
    for (JsonNode session : site.carol().ok("client.sessions.list", Map.of()).path("sessions")) {
      String id = session.path("id").asText();
      newest = id.compareTo(newest) > 0 ? id : newest;
    }
    return newest;
  }

  String app(String name) throws Exception {
    String manifest = "{\"display_information\":{\"name\":\"%s\"}}".formatted(name);
    return site.owner()
        .ok("client.apps.create", Map.of("manifest", manifest))
        .path("app")
        .path("id")
        .asText();
  }

  String webhook() throws Exception {
    JsonNode channels = site.owner().ok("conversations.list", Map.of()).path("channels");
    return site.owner()
        .ok("client.webhooks.create", Map.of("channel", channels.path(0).path("id").asText()))
        .path("webhook")
        .path("id")
        .asText();
  }

  /// Disables, ends or removes the one of these that there is among values.
  ///
  /// @return whether there was one
  boolean end(Map<String, String> values) throws Exception {
    return end(values, "$group", "usergroups.disable", "usergroup", site.owner())
        || end(values, "$session", "client.sessions.end", "session", site.carol())
        || end(values, "$app", "client.apps.remove", "app", site.owner())
        || end(values, "$webhook", "client.webhooks.revoke", "webhook", site.owner());
  }

  private static boolean end(
      Map<String, String> values, String name, String method, String argument, StoryClient by)
      throws Exception {
    String value = values.get(name);
    if (value == null) {
      return false;
    }
    var _ = by.ok(method, Map.of(argument, value));
    return true;
  }
}
