package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// The messages of a channel as `docs/protocol.md` says that events change them. Holds all there
/// are: the channels of these tests are short.
final class LawHistory {
  private static final String TOMBSTONE = "tombstone";
  private static final List<String> OF_THREAD =
      List.of("thread_ts", "reply_count", "reply_users", "reply_users_count", "latest_reply");

  private final Map<Long, ObjectNode> messages = new TreeMap<>();

  /// @param page an answer of `client.history`
  LawHistory(JsonNode page) {
    page.path("messages").forEach(message -> put(message.deepCopy()));
  }

  ArrayNode messages() {
    ArrayNode list = WireSamples.JSON.createArrayNode();
    messages.values().forEach(list::add);
    return list;
  }

  private void put(ObjectNode message) {
    var _ = messages.put(LawPage.micros(message.path("ts").asText()), message);
  }

  void event(ObjectNode event) {
    switch (event.path("type").asText()) {
      case "message" -> posted(event.deepCopy());
      case "message_changed" -> changed(event.path("message").deepCopy());
      case "message_deleted" -> deleted(event);
      case "message_superseded" -> count(event.path("thread"));
      case "reaction_added", "reaction_removed" -> react(event);
      case "pin_added", "pin_removed" -> pin(event);
      default -> {}
    }
  }

  private void posted(ObjectNode message) {
    JsonNode thread = message.path("thread");
    var _ =
        message.without(List.of("channel", "author_read", "everybody", "everybody_by", "thread"));
    if (!isInThreadOnly(message)) {
      put(message);
    }
    count(thread);
  }

  private static boolean isInThreadOnly(JsonNode message) {
    return message.has("thread_ts")
        && !message.path("thread_ts").equals(message.path("ts"))
        && !message.path("subtype").asText().equals("thread_broadcast");
  }

  /// What others did with a message stays when it is written anew.
  private void changed(ObjectNode message) {
    if (isInThreadOnly(message)) {
      return;
    }
    ObjectNode held = find(message);
    keep(held, message, List.of("reactions", "pinned_to"));
    if (held.has("reply_count")) {
      keep(held, message, OF_THREAD);
    }
    put(message);
  }

  private static void keep(ObjectNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      if (from.has(field)) {
        var _ = to.set(field, from.get(field));
      }
    }
  }

  private void deleted(JsonNode event) {
    JsonNode thread = event.path("thread");
    ObjectNode held = find(event);
    if (!thread.path("ts").equals(event.path("ts"))) {
      var _ = messages.remove(LawPage.micros(event.path("ts").asText()));
    } else if (!held.isEmpty()) {
      ObjectNode left = held.deepCopy().retain("type", "team", "ts", "number");
      left.put("user", "USLACKBOT").put("text", "This message was deleted.");
      put(left.put("hidden", true).put("subtype", TOMBSTONE));
    }
    count(thread);
  }

  /// A root gets the counts that an event of a reply carries; a tombstone without replies goes.
  private void count(JsonNode thread) {
    ObjectNode root = find(thread);
    if (root.isEmpty()) {
      return;
    }
    if (thread.path("reply_count").asInt() > 0) {
      ObjectNode counts = thread.deepCopy();
      var _ = counts.set("thread_ts", counts.remove("ts"));
      var _ = root.setAll((ObjectNode) counts.without(List.of("reply_number", "number")));
    } else if (root.path("subtype").asText().equals(TOMBSTONE)) {
      var _ = messages.remove(LawPage.micros(thread.path("ts").asText()));
    } else {
      var _ = root.without(OF_THREAD);
    }
  }

  private void react(ObjectNode event) {
    ObjectNode message = find(event);
    if (message.isEmpty()) {
      return;
    }
    String name = event.path("reaction").asText();
    ArrayNode after = WireSamples.JSON.createArrayNode();
    boolean isAdded = event.path("type").asText().equals("reaction_added");
    boolean isKnown = false;
    for (JsonNode reaction : message.path("reactions")) {
      boolean isIt = reaction.path("name").asText().equals(name);
      isKnown |= isIt;
      ArrayNode users = WireSamples.JSON.createArrayNode();
      StreamSupport.stream(reaction.path("users").spliterator(), false)
          .filter(user -> !isIt || !user.equals(event.path("user")))
          .forEach(users::add);
      add(after, reaction.path("name").asText(), isIt && isAdded ? with(users, event) : users);
    }
    if (isAdded && !isKnown) {
      add(after, name, with(WireSamples.JSON.createArrayNode(), event));
    }
    if (after.isEmpty()) {
      var _ = message.remove("reactions");
    } else {
      var _ = message.set("reactions", after);
    }
  }

  private static ArrayNode with(ArrayNode users, JsonNode event) {
    return users.add(event.path("user"));
  }

  private static void add(ArrayNode reactions, String name, ArrayNode users) {
    if (!users.isEmpty()) {
      ObjectNode reaction = reactions.addObject().put("name", name).put("count", users.size());
      var _ = reaction.set("users", users);
    }
  }

  private void pin(JsonNode event) {
    ObjectNode message = find(event);
    if (message.isEmpty()) {
      return;
    }
    if (event.path("type").asText().equals("pin_added")) {
      message.putArray("pinned_to").add(event.path("channel"));
    } else {
      var _ = message.remove("pinned_to");
    }
  }

  /// The message of a `ts`; an empty one that is held nowhere if there is none.
  private ObjectNode find(JsonNode about) {
    if (!about.has("ts")) {
      return WireSamples.JSON.createObjectNode();
    }
    return messages.getOrDefault(
        LawPage.micros(about.path("ts").asText()), WireSamples.JSON.createObjectNode());
  }
}
