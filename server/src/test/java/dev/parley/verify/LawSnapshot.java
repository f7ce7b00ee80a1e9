package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/// Everything that a page may show to somebody, as the server answers now:
/// `{boot, histories:{channel: page}, bookmarks:{channel: links}, threads, drafts, stars,
/// usergroups,
/// public_channels, emoji, fields, dnd:{person: status}}`.
final class LawSnapshot {
  /// The channels that everybody is in; nothing is said there.
  static final Set<String> DEFAULTS = Set.of("general", "random");

  private LawSnapshot() {}

  static ObjectNode take(StoryClient who) throws Exception {
    ObjectNode snapshot = WireSamples.JSON.createObjectNode();
    ObjectNode boot = (ObjectNode) ask(who, "client.boot", Map.of());
    ArrayNode mine = WireSamples.JSON.createArrayNode();
    boot.path("channels").forEach(conversation -> mine.add(WireSamples.whole(conversation)));
    var _ = boot.set("channels", mine);
    var _ = snapshot.set("boot", boot);
    ObjectNode histories = snapshot.putObject("histories");
    ObjectNode bookmarks = snapshot.putObject("bookmarks");
    for (JsonNode conversation : boot.path("channels")) {
      String id = conversation.path("id").asText();
      if (!DEFAULTS.contains(conversation.path("name").asText())) {
        var _ = histories.set(id, ask(who, "client.history", Map.of("channel", id)));
        JsonNode links = ask(who, "bookmarks.list", Map.of("channel_id", id));
        var _ = bookmarks.set(id, links.path("bookmarks"));
      }
    }
    var _ = snapshot.set("threads", ask(who, "client.threads.list", Map.of()).path("threads"));
    var _ = snapshot.set("drafts", ask(who, "client.drafts.list", Map.of()).path("drafts"));
    ArrayNode stars = snapshot.putArray("stars");
    ask(who, "stars.list", Map.of()).path("items").forEach(item -> stars.add(star(item)));
    Map<String, Boolean> whole = Map.of("include_disabled", true, "include_users", true);
    var _ = snapshot.set("usergroups", ask(who, "usergroups.list", whole).path("usergroups"));
    var _ = snapshot.set("emoji", ask(who, "client.emoji.list", Map.of()).path("emoji"));
    ArrayNode fields = snapshot.putArray("fields");
    ask(who, "team.profile.get", Map.of())
        .path("profile")
        .path("fields")
        .forEach(field -> fields.addObject().set("id", field.path("id")));
    ArrayNode channels = snapshot.putArray("public_channels");
    for (JsonNode channel :
        ask(who, "conversations.list", Map.of("types", "public_channel")).path("channels")) {
      channels.add(channel.<ObjectNode>deepCopy().retain("id", "name", "is_archived"));
    }
    var _ = snapshot.set("dnd", undisturbed(who, boot));
    return snapshot;
  }

  /// When whom not to disturb; of oneself with the snooze.
  private static ObjectNode undisturbed(StoryClient who, JsonNode boot) throws Exception {
    String everybody = String.join(",", boot.path("users").findValuesAsText("id"));
    JsonNode told = ask(who, "dnd.teamInfo", Map.of("users", everybody));
    ObjectNode statuses = told.path("users").deepCopy();
    JsonNode own = ask(who, "dnd.info", Map.of());
    return statuses.set(
        boot.path("self").path("id").asText(), ((ObjectNode) own).without("snooze_remaining"));
  }

  private static ObjectNode star(JsonNode item) {
    ObjectNode star = item.deepCopy();
    if (star.has("message")) {
      var _ = star.set("ts", star.path("message").path("ts"));
    }
    return star.retain("channel", "ts", "date_create");
  }

  private static JsonNode ask(StoryClient who, String method, Map<String, ?> arguments)
      throws Exception {
    return ((ObjectNode) who.ok(method, arguments)).without("ok");
  }
}
