package dev.parley.core.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What somebody wrote; stored sealed, as a JSON object so that it can grow.
///
/// @param text mrkdwn, escaped
public record MessageBody(String text) {
  private static final JsonFactory JSON = new JsonFactory();

  /// Seals the body for its place; it opens nowhere else.
  public byte[] seal(
      Sealer sealer, WorkspaceId workspace, ChannelId channel, MessageTs ts, int revision) {
    return sealer.seal(encode(), place(workspace, channel, ts, revision));
  }

  /// Opens what [#seal] sealed for this place.
  public static MessageBody open(
      Sealer sealer,
      byte[] sealed,
      WorkspaceId workspace,
      ChannelId channel,
      MessageTs ts,
      int revision) {
    return decode(sealer.open(sealed, place(workspace, channel, ts, revision)));
  }

  private static byte[] place(
      WorkspaceId workspace, ChannelId channel, MessageTs ts, int revision) {
    return Sealer.place("message.body", workspace.value(), channel.value(), ts.micros(), revision);
  }

  private byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("text", text);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MessageBody decode(byte[] bytes) {
    String text = "";
    try (JsonParser json = JSON.createParser(bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("text")) {
          text = json.getText();
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MessageBody(text);
  }
}
