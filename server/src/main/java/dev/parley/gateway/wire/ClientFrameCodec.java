package dev.parley.gateway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.parley.gateway.wire.ClientFrame.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads client frames token by token, without a tree. Unknown fields are skipped.
///
/// Stateless; safe for use by many threads.
public final class ClientFrameCodec {
  private static final int MAX_FOCUS = 20;
  private static final int MAX_WATCHED = 200;
  private static final int MAX_ID = 64;
  private static final int MAX_DEPTH = 16;

  /// The greatest number that JavaScript can count with; no stream comes so far.
  private static final long MAX_OFFSET = (1L << 53) - 1;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private ClientFrameCodec() {}

  /// Reads one frame; never throws for what a client can send.
  public static ClientFrame read(InputStream text) {
    Fields fields = new Fields();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return bad(fields);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!fields.take(name, value, parser)) {
          return bad(fields);
        }
      }
      return parser.nextToken() == null ? fields.frame() : bad(fields);
    } catch (IOException e) {
      return bad(fields);
    }
  }

  private static Refused bad(Fields fields) {
    return new Refused(FrameError.BAD_FRAME, fields.id);
  }

  /// The fields of the frame being read.
  private static final class Fields {
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String token;
    private @Nullable String channel;
    private long epoch = -1;
    private @Nullable Map<String, Long> streams;
    private @Nullable List<String> channels;
    private @Nullable List<String> users;

    boolean take(String name, JsonToken value, JsonParser parser) throws IOException {
      switch (name) {
        case "type" -> type = text(value, parser);
        case "id" -> id = literal(value, parser);
        case "token" -> token = text(value, parser);
        case "channel" -> channel = text(value, parser);
        case "epoch" -> epoch = number(value, parser);
        case "streams" -> streams = offsets(value, parser);
        case "channels" -> channels = names(value, parser, MAX_FOCUS);
        case "users" -> users = names(value, parser, MAX_WATCHED);
        default -> {
          parser.skipChildren();
          return true;
        }
      }
      return switch (name) {
        case "type" -> type != null;
        case "id" -> id != null;
        case "token" -> token != null || value == JsonToken.VALUE_NULL;
        case "channel" -> channel != null;
        case "epoch" -> epoch >= 0;
        case "streams" -> streams != null;
        case "users" -> users != null;
        default -> channels != null;
      };
    }

    ClientFrame frame() {
      if (type == null) {
        return new Refused(FrameError.BAD_FRAME, id);
      }
      ClientFrame frame =
          switch (type) {
            case "resume" ->
                id == null || epoch < 0 || streams == null
                    ? null
                    : new ClientFrame.Resume(id, epoch, streams, token);
            case "ping" -> id == null ? null : new ClientFrame.Ping(id);
            case "typing" -> channel == null ? null : new ClientFrame.Typing(channel);
            case "presence" -> users == null ? null : new ClientFrame.Presence(users);
            case "focus" -> channels == null ? null : new ClientFrame.Focus(channels);
            default -> new Refused(FrameError.UNKNOWN_FRAME, id);
          };
      return frame == null ? new Refused(FrameError.BAD_FRAME, id) : frame;
    }

    private static @Nullable String text(JsonToken value, JsonParser parser) throws IOException {
      return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    private static long number(JsonToken value, JsonParser parser) throws IOException {
      return value == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
    }

    private static @Nullable String literal(JsonToken value, JsonParser parser) throws IOException {
      if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
        return null;
      }
      String text = parser.getText();
      if (text.length() > MAX_ID) {
        return null;
      }
      return value == JsonToken.VALUE_STRING ? ServerFrames.quote(text) : text;
    }

    private static @Nullable Map<String, Long> offsets(JsonToken value, JsonParser parser)
        throws IOException {
      if (value != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, Long> offsets = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String stream = parser.currentName();
        long offset = number(parser.nextToken(), parser);
        if (offset < 0) {
          return null;
        }
        offsets.put(stream, Math.min(offset, MAX_OFFSET));
      }
      return offsets;
    }

    private static @Nullable List<String> names(JsonToken value, JsonParser parser, int most)
        throws IOException {
      if (value != JsonToken.START_ARRAY) {
        return null;
      }
      List<String> names = new ArrayList<>();
      JsonToken item = parser.nextToken();
      while (item == JsonToken.VALUE_STRING && names.size() < most) {
        names.add(parser.getText());
        item = parser.nextToken();
      }
      return item == JsonToken.END_ARRAY ? names : null;
    }
  }
}
