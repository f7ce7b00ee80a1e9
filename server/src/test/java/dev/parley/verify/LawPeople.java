package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// The people, the groups of people, the public channels and the emoji that a client knows, for
/// [LawPage].
final class LawPeople {
  private final ObjectNode self;
  private final Map<String, ObjectNode> people = new TreeMap<>();
  private final Map<String, JsonNode> groups = new TreeMap<>();
  private final Map<String, JsonNode> channels = new TreeMap<>();
  private final Map<String, JsonNode> emoji = new TreeMap<>();
  private final ObjectNode undisturbed;
  private JsonNode fields;

  LawPeople(JsonNode snapshot) {
    JsonNode boot = snapshot.path("boot");
    self = boot.path("self").deepCopy();
    boot.path("users").forEach(user -> people.put(id(user), user.deepCopy()));
    snapshot.path("usergroups").forEach(group -> groups.put(id(group), group));
    snapshot.path("public_channels").forEach(channel -> channels.put(id(channel), channel));
    snapshot.path("emoji").forEach(each -> emoji.put(id(each), each));
    fields = snapshot.path("fields");
    JsonNode dnd = snapshot.path("dnd");
    undisturbed = dnd.isObject() ? dnd.deepCopy() : WireSamples.JSON.createObjectNode();
  }

  private static String id(JsonNode thing) {
    return thing.path("id").asText();
  }

  void event(JsonNode event) {
    JsonNode channel = event.path("channel");
    switch (event.path("type").asText()) {
      case "user_joined", "user_changed" -> take(event.path("user"));
      case "subteam_created", "subteam_updated" ->
          groups.put(id(event.path("subteam")), event.path("subteam"));
      case "team_profile_change" -> fields = event.path("profile").path("fields");
      case "dnd_updated", "dnd_updated_user" -> disturb(event);
      case "emoji_changed" -> {
        JsonNode each = event.path("emoji");
        if (each.path("removed").asBoolean()) {
          var _ = emoji.remove(id(each));
        } else {
          emoji.put(id(each), each);
        }
      }
      case "channel_created", "public_channel_changed" -> {
        ObjectNode told = channel.deepCopy();
        boolean isArchived = told.path("is_archived").asBoolean();
        told.put("is_archived", isArchived);
        channels.put(id(channel), told.retain("id", "name", "is_archived"));
      }
      case "public_channel_gone" -> {
        var _ = channels.remove(channel.asText());
      }
      default -> {}
    }
  }

  /// Of oneself the own stream says more.
  private void disturb(JsonNode event) {
    String user = event.path("user").asText();
    boolean isOwn = event.path("type").asText().equals("dnd_updated");
    if (isOwn || !user.equals(id(self))) {
      ObjectNode status = event.path("dnd_status").deepCopy();
      var _ = undisturbed.set(user, status.without("snooze_remaining"));
    }
  }

  /// Whether there is a time at which not to disturb somebody; of most people nothing is told.
  private static boolean isEver(JsonNode status) {
    return status.path("dnd_enabled").asBoolean() || status.path("snooze_enabled").asBoolean();
  }

  /// Addresses are told to nobody by events.
  private void take(JsonNode user) {
    people.put(id(user), person(user));
    if (id(user).equals(id(self))) {
      JsonNode email = self.path("profile").path("email");
      var _ = self.setAll((ObjectNode) user.deepCopy());
      if (!email.isMissingNode()) {
        var _ = ((ObjectNode) self.path("profile")).set("email", email);
      }
    }
  }

  /// The short form of a `User`.
  private static ObjectNode person(JsonNode user) {
    ObjectNode person = user.deepCopy();
    person.retain("id", "name", "real_name");
    JsonNode profile = user.path("profile");
    if (!profile.path("display_name").asText().isEmpty()) {
      var _ = person.set("display_name", profile.path("display_name"));
    }
    if (!profile.path("avatar_hash").asText().startsWith("g")) {
      var _ = person.set("face", profile.path("avatar_hash"));
    }
    for (String mark : new String[] {"is_bot", "deleted"}) {
      if (user.path(mark).asBoolean()) {
        person.put(mark, true);
      }
    }
    String rank =
        user.path("is_owner").asBoolean()
            ? "owner"
            : user.path("is_admin").asBoolean()
                ? "admin"
                : user.path("is_restricted").asBoolean() ? "guest" : "";
    if (!rank.isEmpty()) {
      person.put("rank", rank);
    }
    for (String said : new String[] {"status_emoji", "status_text"}) {
      if (!profile.path(said).asText().isEmpty()) {
        var _ = person.set(said, profile.path(said));
      }
    }
    if (profile.path("status_expiration").asLong() != 0) {
      var _ = person.set("status_expiration", profile.path("status_expiration"));
    }
    if (!user.path("tz").asText().equals("Etc/UTC")) {
      var _ = person.set("tz_offset", user.path("tz_offset"));
    }
    return person;
  }

  void write(ObjectNode state) {
    var _ = state.set("self", self);
    var _ = state.set("people", WireSamples.tree(people));
    var _ = state.set("usergroups", WireSamples.tree(groups));
    var _ = state.set("public_channels", WireSamples.tree(channels));
    var _ = state.set("fields", fields);
    ObjectNode dnd = state.putObject("dnd");
    for (Map.Entry<String, JsonNode> status : undisturbed.properties()) {
      if (isEver(status.getValue())) {
        var _ = dnd.set(status.getKey(), status.getValue());
      }
    }
    var _ = state.set("emoji", WireSamples.tree(emoji));
  }
}
