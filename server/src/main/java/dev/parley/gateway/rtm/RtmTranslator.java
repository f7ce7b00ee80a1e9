package dev.parley.gateway.rtm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts the events of one stream into Slack's words, in order. Keeps what the last line of the
/// channel said: the change it tells of follows it.
///
/// Confined to the loop of its stream.
public final class RtmTranslator {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What says nothing that Slack would say.
  private static final Set<String> SILENT =
      Set.of(
          "message_superseded",
          "nothing",
          "mention_added",
          "mention_removed",
          "thread_marked",
          "channel_muted",
          "draft_changed",
          "bookmark_added",
          "bookmark_changed",
          "bookmark_removed",
          "public_channel_gone");

  private static final Set<String> TOLD =
      Set.of(
          "message",
          "message_changed",
          "message_deleted",
          "member_joined_channel",
          "member_left_channel",
          "channel_changed",
          "reaction_added",
          "reaction_removed",
          "pin_added",
          "pin_removed",
          "star_added",
          "star_removed",
          "channel_joined",
          "channel_left",
          "channel_marked",
          "channel_closed",
          "channel_opened",
          "user_joined",
          "user_changed",
          "role_changed",
          "channel_created",
          "public_channel_changed",
          "subteam_created",
          "subteam_updated",
          "dnd_updated",
          "dnd_updated_user",
          "team_profile_change",
          "emoji_changed");

  private final StreamKey stream;
  private String lastLine = "";
  private String lastActor = "";

  public RtmTranslator(StreamKey stream) {
    this.stream = stream;
  }

  /// Whether it is decided what becomes of events of a type.
  public static boolean isDecided(String type) {
    return SILENT.contains(type) || TOLD.contains(type);
  }

  /// What Slack would say of an event: nothing, or one event.
  ///
  /// @param event as the hub has it
  /// @param micros the time, for events that do not say when they happened
  public List<RtmEvent> translate(byte[] event, long micros) {
    ObjectNode from = read(event);
    String type = from.path("type").asText();
    if (!TOLD.contains(type)) {
      return List.of();
    }
    String now = new MessageTs(micros).toString();
    List<ObjectNode> told = new ArrayList<>(1);
    switch (type) {
      case "message" -> told.add(message(from));
      case "message_changed" -> told.add(RtmMessages.changed(from, now));
      case "message_deleted" -> told.add(RtmMessages.deleted(from, now));
      case "reaction_added", "reaction_removed" -> told.add(RtmMessages.reaction(from, now));
      case "pin_added", "pin_removed" -> told.add(RtmMessages.pin(from, now));
      case "star_added", "star_removed" ->
          told.add(RtmMessages.star(from, now).put("user", stream.name()));
      case "channel_changed" -> {
        channelChanged(from.path("channel"), lastLine, lastActor, now, told);
        lastLine = "";
      }
      case "user_joined" -> told.add(user("team_join", from, now));
      case "user_changed", "role_changed" -> told.add(user("user_change", from, now));
      case "subteam_created",
          "subteam_updated",
          "dnd_updated",
          "dnd_updated_user",
          "team_profile_change" ->
          told.add(from.put("event_ts", now));
      case "emoji_changed" -> told.add(RtmMessages.emoji(from, now));
      case "public_channel_changed" ->
          channelChanged(
              from.path("channel"),
              from.path("change").asText(),
              from.path("actor").asText(),
              now,
              told);
      default -> told.add(RtmChannels.translate(type, from, stream, now));
    }
    ChannelId outsideOf =
        type.equals("public_channel_changed")
            ? ChannelId.parse(from.path("channel").path("id").asText()).orElse(null)
            : null;
    return told.stream()
        .map(
            node ->
                new RtmEvent(
                    node.toString().getBytes(UTF_8),
                    node.path("client_msg_id").textValue(),
                    outsideOf))
        .toList();
  }

  /// What Slack would say of a frame that is not stored: that somebody is typing, what they said
  /// of their being there, or a message that one person alone sees.
  public static List<RtmEvent> ephemeral(byte[] frame) {
    ObjectNode from = read(frame);
    ObjectNode told =
        switch (from.path("type").asText()) {
          case "typing" -> from.put("type", "user_typing");
          case "manual_presence_change" -> from;
          case "ephemeral" -> RtmMessages.ephemeral(from);
          default -> null;
        };
    return told == null
        ? List.of()
        : List.of(new RtmEvent(told.toString().getBytes(UTF_8), null, null));
  }

  private ObjectNode message(ObjectNode from) {
    lastLine = from.path("subtype").asText();
    lastActor = from.path("user").asText();
    return RtmMessages.posted(from);
  }

  /// @param line the line in the history that tells which change it is
  private static void channelChanged(
      JsonNode channel, String line, String actor, String now, List<ObjectNode> told) {
    String what =
        switch (line) {
          case "channel_name" -> "_rename";
          case "channel_archive" -> "_archive";
          case "channel_unarchive" -> "_unarchive";
          default -> "";
        };
    if (!what.isEmpty()) {
      told.add(RtmChannels.changed(channel, what, actor, now));
    }
  }

  private static ObjectNode user(String type, ObjectNode from, String now) {
    ObjectNode event = from.objectNode().put("type", type);
    event.set("user", from.path("user"));
    return event
        .put("cache_ts", Long.parseLong(now.substring(0, now.indexOf('.'))))
        .put("event_ts", now);
  }

  private static ObjectNode read(byte[] event) {
    try {
      return JSON.readTree(event) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
