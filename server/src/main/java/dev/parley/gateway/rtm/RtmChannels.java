package dev.parley.gateway.rtm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import java.util.List;

/// Events of conversations and who is in them, in Slack's words. Slack says `channel_` of public
/// channels, `group_` of private ones and group messages, `im_` of direct messages; where an event
/// does not tell whether a channel is private, it is said as of a public one.
final class RtmChannels {
  private RtmChannels() {}

  static ObjectNode translate(String type, ObjectNode from, StreamKey stream, String now) {
    ObjectNode event =
        switch (type) {
          case "member_joined_channel", "member_left_channel" -> member(from, stream);
          case "channel_created" -> created(from, stream);
          case "channel_joined" -> joined(from, stream);
          case "channel_left" -> left(from);
          case "channel_marked" -> marked(from);
          default -> shown(type, from, stream);
        };
    return event.put("event_ts", now);
  }

  /// @param what `_rename`, `_archive` or `_unarchive`
  static ObjectNode changed(JsonNode channel, String what, String actor, String now) {
    String kind = channel.path("is_private").asBoolean() ? "group" : "channel";
    ObjectNode event = ((ObjectNode) channel).objectNode().put("type", kind + what);
    if (what.equals("_rename")) {
      ObjectNode named = event.putObject("channel");
      for (String field : List.of("id", "name", "created")) {
        named.set(field, channel.path(field));
      }
      named.set("name_normalized", channel.path("name"));
      named.put("is_channel", kind.equals("channel")).put("is_mpim", false);
    } else {
      event.put("channel", channel.path("id").asText()).put("user", actor);
    }
    return event.put("event_ts", now);
  }

  private static ObjectNode member(ObjectNode from, StreamKey stream) {
    String channel = from.path("channel").asText();
    ObjectNode event = from.objectNode();
    event.set("type", from.path("type"));
    event.set("user", from.path("user"));
    event
        .put("channel", channel)
        .put("channel_type", channel.startsWith("C") ? "C" : "G")
        .put("team", stream.workspaceId().toString());
    if (from.has("inviter")) {
      event.set("inviter", from.path("inviter"));
    }
    return event;
  }

  private static ObjectNode created(ObjectNode from, StreamKey stream) {
    JsonNode channel = from.path("channel");
    ObjectNode event = from.objectNode().put("type", "channel_created");
    ObjectNode told = event.putObject("channel");
    told.set("id", channel.path("id"));
    told.set("name", channel.path("name"));
    told.set("name_normalized", channel.path("name"));
    told.set("created", channel.path("created"));
    told.set("creator", channel.path("creator"));
    told.put("is_channel", true)
        .put("is_shared", false)
        .put("is_org_shared", false)
        .put("context_team_id", stream.workspaceId().toString());
    return event;
  }

  private static ObjectNode joined(ObjectNode from, StreamKey stream) {
    JsonNode channel = from.path("channel");
    boolean isDirect = channel.path("is_im").asBoolean();
    boolean isGroup = channel.path("is_mpim").asBoolean() || channel.path("is_private").asBoolean();
    String type = isDirect ? "im_created" : isGroup ? "group_joined" : "channel_joined";
    ObjectNode event = from.objectNode().put("type", type);
    ObjectNode told = event.putObject("channel");
    for (String field : List.of("id", "created", "creator")) {
      told.set(field, channel.path(field));
    }
    for (String field : List.of("is_archived", "is_im", "is_mpim")) {
      told.put(field, channel.path(field).asBoolean());
    }
    told.put("is_private", isDirect || isGroup)
        .put("is_channel", !isDirect && !isGroup)
        .put("is_group", isGroup && !channel.path("is_mpim").asBoolean())
        .put("is_org_shared", false)
        .put("context_team_id", stream.workspaceId().toString())
        .put("last_read", channel.path("read_ts").asText(MessageTs.ZERO.toString()));
    if (isDirect) {
      event.put("user", stream.name());
      told.set("user", channel.path("user"));
      return event;
    }
    told.put("name", channel.path("name").asText())
        .put("name_normalized", channel.path("name").asText())
        .put("is_general", channel.path("is_general").asBoolean())
        .put("is_member", true);
    describe(told, from, "topic");
    describe(told, from, "purpose");
    return event;
  }

  /// Puts what the event says of a topic or purpose; it says nothing of an empty one.
  private static void describe(ObjectNode told, ObjectNode from, String field) {
    if (from.has(field)) {
      told.set(field, from.path(field));
    } else {
      told.putObject(field).put("value", "").put("creator", "").put("last_set", 0);
    }
  }

  private static ObjectNode left(ObjectNode from) {
    String channel = from.path("channel").asText();
    ObjectNode event =
        from.objectNode()
            .put("type", channel.startsWith("G") ? "group_left" : "channel_left")
            .put("channel", channel);
    if (from.has("actor")) {
      event.set("actor_id", from.path("actor"));
    }
    return event;
  }

  private static ObjectNode marked(ObjectNode from) {
    String channel = from.path("channel").asText();
    ObjectNode event =
        from.objectNode().put("type", kind(channel) + "_marked").put("channel", channel);
    event.set("ts", from.path("ts"));
    event.set("mention_count", from.path("mention_count"));
    return event;
  }

  /// A direct or group message was put away, or is shown again.
  private static ObjectNode shown(String type, ObjectNode from, StreamKey stream) {
    String channel = from.path("channel").asText();
    String what = type.equals("channel_closed") ? "_close" : "_open";
    return from.objectNode()
        .put("type", kind(channel) + what)
        .put("user", stream.name())
        .put("channel", channel);
  }

  private static String kind(String channel) {
    return switch (channel.charAt(0)) {
      case 'D' -> "im";
      case 'G' -> "group";
      default -> "channel";
    };
  }
}
