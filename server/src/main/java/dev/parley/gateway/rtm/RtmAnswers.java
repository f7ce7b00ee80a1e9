package dev.parley.gateway.rtm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.rtm.RtmDesk.Posted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what the server says to RTM clients besides events, as UTF-8 JSON. Safe for many threads.
public final class RtmAnswers {
  private RtmAnswers() {}

  /// The first frame: from now on events come.
  public static byte[] hello(String build) {
    ObjectNode frame = frame("hello");
    frame.put("fast_reconnect", false).put("host_id", build);
    return bytes(frame);
  }

  /// The connection closes soon.
  public static byte[] goodbye() {
    return bytes(frame("goodbye"));
  }

  /// The answer to a ping.
  public static byte[] pong(RtmFrame.Ping ping) {
    ObjectNode frame = frame("pong");
    if (ping.id() != null) {
      frame.set("reply_to", ping.id());
    }
    frame.setAll(ping.echo());
    return bytes(frame);
  }

  /// The message was posted.
  public static byte[] posted(@Nullable JsonNode replyTo, Posted posted) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode().put("ok", true);
    if (replyTo != null) {
      frame.set("reply_to", replyTo);
    }
    return bytes(frame.put("ts", posted.ts()).put("text", posted.text()));
  }

  /// The message was posted, told once more to whoever may have missed it.
  public static byte[] posted(JsonNode replyTo, String ts) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode().put("ok", true);
    return bytes(frame.<ObjectNode>set("reply_to", replyTo).put("ts", ts));
  }

  /// The frame was refused.
  ///
  /// @param message what to say instead of the usual, or null
  public static byte[] refused(
      @Nullable JsonNode replyTo, RtmError error, @Nullable String message) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    if (replyTo == null) {
      frame.put("type", "error");
    } else {
      frame.put("ok", false).set("reply_to", replyTo);
    }
    frame
        .putObject("error")
        .put("code", error.code())
        .put("msg", message == null ? error.message() : message);
    return bytes(frame);
  }

  /// That people came or went.
  ///
  /// @param users one, unless the client takes many at once
  public static byte[] presence(List<String> users, boolean isActive) {
    ObjectNode frame = frame("presence_change").put("presence", isActive ? "active" : "away");
    if (users.size() == 1) {
      frame.put("user", users.getFirst());
    } else {
      ArrayNode all = frame.putArray("users");
      users.forEach(all::add);
    }
    return bytes(frame);
  }

  private static ObjectNode frame(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static byte[] bytes(JsonNode frame) {
    return frame.toString().getBytes(UTF_8);
  }
}
