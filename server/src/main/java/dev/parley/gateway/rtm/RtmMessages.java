package dev.parley.gateway.rtm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.text.LineText;
import dev.parley.protocol.text.RichText;
import java.util.List;

/// Events of messages in Slack's words. What was written before a change or deletion is nowhere
/// any more, so `previous_message` is never there.
final class RtmMessages {
  /// What only Parley's own page understands.
  private static final List<String> OWN =
      List.of("number", "author_read", "everybody", "everybody_by", "thread", "actor");

  private RtmMessages() {}

  static ObjectNode posted(ObjectNode from) {
    var _ = from.remove(OWN);
    addRichText(from);
    LineText.fields(from.path("subtype").asText(), from.path("text").asText()).forEach(from::put);
    return placed(from, from.path("channel").asText(), from.path("ts").asText());
  }

  static ObjectNode changed(ObjectNode from, String now) {
    ObjectNode event = hidden(from, "message_changed", now);
    if (from.get("message") instanceof ObjectNode message) {
      var _ = message.remove(OWN);
      addRichText(message);
      event.set("message", message);
    }
    return event;
  }

  /// A text alone is told as a block too.
  private static void addRichText(ObjectNode message) {
    String subtype = message.path("subtype").asText();
    if (!message.has("blocks") && (subtype.isEmpty() || subtype.equals("thread_broadcast"))) {
      RichText.blocks(message.path("text").asText())
          .ifPresent(blocks -> message.set("blocks", blocks));
    }
  }

  /// A deleted message on which replies hang is changed into its tombstone.
  static ObjectNode deleted(ObjectNode from, String now) {
    String ts = from.path("ts").asText();
    if (from.get("thread") instanceof ObjectNode thread
        && thread.path("ts").asText().equals(ts)
        && thread.path("reply_count").asInt() > 0) {
      ObjectNode event = hidden(from, "message_changed", now);
      ObjectNode message =
          event
              .putObject("message")
              .put("type", "message")
              .put("subtype", "tombstone")
              .put("user", "USLACKBOT")
              .put("text", "This message was deleted.")
              .put("hidden", true)
              .put("ts", ts)
              .put("thread_ts", ts);
      var _ = thread.remove(List.of("ts", "reply_number", "number"));
      message.setAll(thread);
      return event;
    }
    return hidden(from, "message_deleted", now).put("deleted_ts", ts);
  }

  static ObjectNode reaction(ObjectNode from, String now) {
    ObjectNode event = from.objectNode();
    for (String field : List.of("type", "user", "reaction", "item_user")) {
      event.set(field, from.path(field));
    }
    event
        .putObject("item")
        .put("type", "message")
        .put("channel", from.path("channel").asText())
        .put("ts", from.path("ts").asText());
    return event.put("event_ts", now);
  }

  static ObjectNode ephemeral(ObjectNode from) {
    ObjectNode event = from.objectNode();
    if (from.get("message") instanceof ObjectNode message) {
      event.setAll(message);
      var _ = event.remove(OWN);
      addRichText(event);
    }
    String channel = from.path("channel").asText();
    event.put("type", "message").put("channel", channel).put("is_ephemeral", true);
    return placed(event, channel, event.path("ts").asText());
  }

  static ObjectNode pin(ObjectNode from, String now) {
    ObjectNode event = from.objectNode();
    event.set("type", from.path("type"));
    event.set("user", from.path("user"));
    event.set("channel_id", from.path("channel"));
    event.set("item_user", from.path("item_user"));
    ObjectNode item = item(event, from);
    item.set("created_by", from.path("user"));
    if (from.has("pinned_ts")) {
      item.set("created", from.path("pinned_ts"));
    }
    return event.put("event_ts", now);
  }

  static ObjectNode star(ObjectNode from, String now) {
    ObjectNode event = from.objectNode();
    event.set("type", from.path("type"));
    ObjectNode item = item(event, from);
    if (from.has("date_create")) {
      item.set("date_create", from.path("date_create"));
    }
    return event.put("event_ts", now);
  }

  /// A message, or the conversation as a whole.
  private static ObjectNode item(ObjectNode event, ObjectNode from) {
    ObjectNode item = event.putObject("item").put("type", from.has("ts") ? "message" : "channel");
    item.set("channel", from.path("channel"));
    if (from.has("ts")) {
      item.putObject("message").put("type", "message").set("ts", from.path("ts"));
    }
    return item;
  }

  private static ObjectNode hidden(ObjectNode from, String subtype, String now) {
    ObjectNode event =
        from.objectNode().put("type", "message").put("subtype", subtype).put("hidden", true);
    String channel = from.path("channel").asText();
    return placed(event.put("channel", channel).put("ts", now), channel, now);
  }

  private static ObjectNode placed(ObjectNode event, String channel, String ts) {
    String kind =
        switch (channel.charAt(0)) {
          case 'D' -> "im";
          case 'G' -> "mpim";
          default -> "channel";
        };
    return event.put("channel_type", kind).put("event_ts", ts);
  }

  /// That an emoji was added, renamed or removed.
  static ObjectNode emoji(ObjectNode from, String now) {
    JsonNode emoji = from.path("emoji");
    ObjectNode told = from.objectNode().put("type", "emoji_changed");
    if (emoji.path("removed").asBoolean()) {
      told.put("subtype", "remove").putArray("names").add(emoji.path("name"));
      return told.put("event_ts", now);
    }
    if (emoji.has("former_name")) {
      told.put("subtype", "rename");
      told.set("old_name", emoji.path("former_name"));
      told.set("new_name", emoji.path("name"));
    } else {
      told.put("subtype", "add").set("name", emoji.path("name"));
    }
    String alias = emoji.path("alias_for").asText();
    return told.put("value", alias.isEmpty() ? emoji.path("path").asText() : "alias:" + alias)
        .put("event_ts", now);
  }
}
