package dev.parley.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the frames a server sends, as UTF-8 JSON. Safe for use by many threads.
public final class ServerFrames {
  private ServerFrames() {}

  /// What [#hello(Hello)] says about a connection and this server.
  public record Hello(
      String team,
      String user,
      long session,
      String time,
      String build,
      long epoch,
      int pingIntervalSeconds) {}

  /// The first frame of a connection.
  public static byte[] hello(Hello hello) {
    return bytes(
        "{\"type\":\"hello\",\"protocol\":1,\"team\":\""
            + hello.team
            + "\",\"user\":\""
            + hello.user
            + "\",\"session\":\""
            + hello.session
            + "\",\"time\":\""
            + hello.time
            + "\",\"build\":"
            + quote(hello.build)
            + ",\"epoch\":"
            + hello.epoch
            + ",\"ping_interval\":"
            + hello.pingIntervalSeconds
            + "}");
  }

  /// One event of a stream.
  ///
  /// @param prev offset of the last event of the stream that was meant for the same connections
  /// @param event the event, one JSON object
  public static byte[] event(StreamKey stream, long offset, long prev, byte[] event) {
    String head =
        "{\"type\":\"event\",\"stream\":\""
            + stream.name()
            + "\",\"offset\":"
            + offset
            + ",\"prev\":"
            + prev
            + ",\"event\":";
    int length = head.length();
    byte[] frame = new byte[length + event.length + 1];
    byte[] front = head.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(front, 0, frame, 0, length);
    System.arraycopy(event, 0, frame, length, event.length);
    frame[frame.length - 1] = '}';
    return frame;
  }

  /// Everything a `resume` asked for has been sent.
  public static byte[] resumed(String replyTo, Map<String, Long> streams, String token) {
    StringBuilder json = new StringBuilder(64 + 24 * streams.size() + token.length());
    json.append("{\"type\":\"resumed\",\"reply_to\":").append(replyTo).append(",\"streams\":{");
    String comma = "";
    for (Map.Entry<String, Long> stream : streams.entrySet()) {
      json.append(comma).append('"').append(stream.getKey()).append("\":");
      json.append(stream.getValue().longValue());
      comma = ",";
    }
    return bytes(json.append("},\"token\":\"").append(token).append("\"}").toString());
  }

  /// The gap of a stream cannot be filled.
  public static byte[] resync(StreamKey stream, long offset, ResyncReason reason) {
    return bytes(
        "{\"type\":\"resync\",\"stream\":\""
            + stream.name()
            + "\",\"offset\":"
            + offset
            + ",\"reason\":\""
            + reason.code()
            + "\"}");
  }

  /// A stream that was named is not for this person.
  public static byte[] gone(String stream) {
    return bytes("{\"type\":\"gone\",\"stream\":" + quote(stream) + "}");
  }

  /// Somebody is typing.
  public static byte[] typing(ChannelId channel, UserId user) {
    return bytes("{\"type\":\"typing\",\"channel\":\"" + channel + "\",\"user\":\"" + user + "\"}");
  }

  /// Who is there, and who is not.
  ///
  /// @param presences true for whoever is active
  public static byte[] presence(Map<UserId, Boolean> presences) {
    return bytes(
        "{\"type\":\"presence\",\"active\":["
            + those(presences, true)
            + "],\"away\":["
            + those(presences, false)
            + "]}");
  }

  private static String those(Map<UserId, Boolean> presences, boolean active) {
    return presences.entrySet().stream()
        .filter(entry -> entry.getValue() == active)
        .map(entry -> "\"" + entry.getKey() + "\"")
        .collect(Collectors.joining(","));
  }

  /// The answer to `ping`.
  public static byte[] pong(String replyTo) {
    return bytes("{\"type\":\"pong\",\"reply_to\":" + replyTo + "}");
  }

  /// The connection closes soon.
  public static byte[] goodbye(String reason, long spreadMillis) {
    return bytes(
        "{\"type\":\"goodbye\",\"reason\":\"" + reason + "\",\"spread_ms\":" + spreadMillis + "}");
  }

  /// A client frame was refused.
  public static byte[] error(FrameError error, @Nullable String replyTo) {
    String tail = replyTo == null ? "}" : ",\"reply_to\":" + replyTo + "}";
    return bytes(
        "{\"type\":\"error\",\"code\":\""
            + error.code()
            + "\",\"message\":\""
            + error.message()
            + "\""
            + tail);
  }

  /// A text as a JSON string; halves of surrogate pairs, which UTF-8 cannot say, are escaped.
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder().append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    for (int at = 1; at < quoted.length(); at++) {
      int point = Character.codePointAt(quoted, at);
      if (Character.isSupplementaryCodePoint(point)) {
        at++;
      } else if (Character.isSurrogate((char) point)) {
        quoted.replace(at, at + 1, String.format(Locale.ROOT, "\\u%04x", point));
      }
    }
    return quoted.append('"').toString();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }
}
