package dev.parley.gateway.rtm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.rtm.RtmFrame.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what RTM clients send. Unknown fields are skipped. Stateless; safe for many threads.
public final class RtmFrameCodec {
  static final int MAX_BYTES = 16 << 10;
  static final int MAX_IDS = 500;
  private static final int MAX_DEPTH = 16;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RtmFrameCodec() {}

  /// Reads one frame; never throws for what a client can send.
  public static RtmFrame read(byte[] text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (IOException e) {
      return new Refused(RtmError.BAD_FRAME, null);
    }
    if (!(node instanceof ObjectNode frame)) {
      return new Refused(RtmError.BAD_FRAME, null);
    }
    JsonNode id = frame.get("id");
    if (id != null && !id.isIntegralNumber() && !id.isTextual()) {
      return new Refused(RtmError.BAD_FRAME, null);
    }
    if (text.length > MAX_BYTES) {
      return new Refused(RtmError.TOO_LONG, id);
    }
    return read(frame, id);
  }

  private static RtmFrame read(ObjectNode frame, @Nullable JsonNode id) {
    String channel = text(frame, "channel");
    List<String> ids = ids(frame.get("ids"));
    RtmFrame read =
        switch (frame.path("type").asText()) {
          case "message" -> message(frame, id, channel);
          case "ping" -> new RtmFrame.Ping(id, echo(frame));
          case "typing" -> channel == null ? null : new RtmFrame.Typing(channel);
          case "presence_sub" -> ids == null ? null : new RtmFrame.PresenceSub(ids);
          case "presence_query" -> ids == null ? null : new RtmFrame.PresenceQuery(ids);
          default -> null;
        };
    return read == null ? new Refused(RtmError.BAD_FRAME, id) : read;
  }

  private static @Nullable RtmFrame message(
      ObjectNode frame, @Nullable JsonNode id, @Nullable String channel) {
    String text = text(frame, "text");
    if (text == null || text.isBlank()) {
      return new Refused(RtmError.NO_TEXT, id);
    }
    return channel == null
        ? null
        : new RtmFrame.Message(id, channel, text, text(frame, "thread_ts"));
  }

  /// Everything flat that came with a ping.
  private static ObjectNode echo(ObjectNode frame) {
    ObjectNode echo = frame.deepCopy();
    echo.properties().removeIf(field -> field.getValue().isContainerNode());
    var _ = echo.remove(List.of("type", "id", "reply_to"));
    return echo;
  }

  private static @Nullable String text(ObjectNode frame, String field) {
    JsonNode value = frame.get(field);
    return value != null && value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable List<String> ids(@Nullable JsonNode value) {
    if (value == null || !value.isArray() || value.size() > MAX_IDS) {
      return null;
    }
    List<String> ids = new ArrayList<>(value.size());
    value.forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
